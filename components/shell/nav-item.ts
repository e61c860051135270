export type NavItem = {
  href: string;
  label: string;
  icon: 'users' | 'building' | 'mail' | 'settings' | 'shield' | 'user' | 'key' | 'list';
};

export type Viewer = {
  name: string;
  email: string;
  right: string;
  colour: string | null;
  photoUrl: string | null;
};

export type Theme = 'light' | 'dark' | 'system';
