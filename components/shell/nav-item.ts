export type NavItem = {
  href: string;
  label: string;
  /** How many wait there; nothing when none do. */
  count?: number;
  icon:
    | 'users'
    | 'building'
    | 'mail'
    | 'settings'
    | 'shield'
    | 'user'
    | 'key'
    | 'list'
    | 'contract'
    | 'scale'
    | 'download'
    | 'task'
    | 'leaver';
};

export type Viewer = {
  name: string;
  email: string;
  right: string;
  colour: string | null;
  photoUrl: string | null;
};

export type Theme = 'light' | 'dark' | 'system';
