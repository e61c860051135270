import {
  Building2,
  FileText,
  Download,
  DoorOpen,
  KeyRound,
  ListTodo,
  Mail,
  Scale,
  ScrollText,
  Settings,
  ShieldCheck,
  UserRound,
  UsersRound,
} from 'lucide-react';
import type { NavItem } from './nav-item';

const icons = {
  users: UsersRound,
  building: Building2,
  mail: Mail,
  settings: Settings,
  shield: ShieldCheck,
  user: UserRound,
  key: KeyRound,
  list: ScrollText,
  contract: FileText,
  scale: Scale,
  download: Download,
  task: ListTodo,
  leaver: DoorOpen,
} satisfies Record<NavItem['icon'], unknown>;

/** The picture of a place, by name, so that pages can pass plain data. */
export function NavIcon({ icon }: { icon: NavItem['icon'] }) {
  const Icon = icons[icon];
  return <Icon aria-hidden className="size-4 shrink-0" />;
}
