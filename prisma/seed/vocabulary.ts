const words = (list: string) => list.split(',').map((word) => word.trim());

/** Where companies sit: a place, its time zone, and the country most of their people come from. */
export const PLACES: readonly { city: string; timeZone: string; country: string }[] = [
  { city: 'Hamburg', timeZone: 'Europe/Berlin', country: 'DE' },
  { city: 'Seattle', timeZone: 'America/Los_Angeles', country: 'US' },
  { city: 'Kyiv', timeZone: 'Europe/Kyiv', country: 'UA' },
  { city: 'Osaka', timeZone: 'Asia/Tokyo', country: 'JP' },
  { city: 'Recife', timeZone: 'America/Recife', country: 'BR' },
  { city: 'Thessaloniki', timeZone: 'Europe/Athens', country: 'GR' },
  { city: 'Pune', timeZone: 'Asia/Kolkata', country: 'IN' },
  { city: 'Alexandria', timeZone: 'Africa/Cairo', country: 'EG' },
  { city: 'Gdynia', timeZone: 'Europe/Warsaw', country: 'PL' },
  { city: 'Chengdu', timeZone: 'Asia/Shanghai', country: 'CN' },
  { city: 'Lyon', timeZone: 'Europe/Paris', country: 'FR' },
  { city: 'Haifa', timeZone: 'Asia/Jerusalem', country: 'IL' },
  { city: 'Da Nang', timeZone: 'Asia/Ho_Chi_Minh', country: 'VN' },
  { city: 'Bilbao', timeZone: 'Europe/Madrid', country: 'ES' },
  { city: 'Busan', timeZone: 'Asia/Seoul', country: 'KR' },
  { city: 'Ibadan', timeZone: 'Africa/Lagos', country: 'NG' },
  { city: 'Izmir', timeZone: 'Europe/Istanbul', country: 'TR' },
  { city: 'Malmö', timeZone: 'Europe/Stockholm', country: 'SE' },
  { city: 'Batumi', timeZone: 'Asia/Tbilisi', country: 'GE' },
];

export const COMPANY_WORDS = words(
  `Aldgate, Borealis, Cobalt, Driftwood, Ember, Fathom, Granite, Harbour, Ironbark, Juniper,
   Kestrel, Lantern, Meridian, Northwind, Orchard, Pinnacle, Quarry, Riverbend, Saltmarsh,
   Tamarack, Umbra, Vantage, Willow, Yarrow, Zephyr`,
);

export const TRADES = words(
  `Logistics, Energy, Instruments, Marine, Foods, Pharma, Rail, Textiles, Analytics, Insurance,
   Timber, Optics, Shipping, Medical, Ceramics, Aviation`,
);

export const DEPARTMENTS: Record<string, readonly string[]> = {
  Finance: ['Accountant', 'Controller', 'Treasurer', 'Payroll Specialist'],
  'Information Security': ['Security Analyst', 'Security Engineer', 'CISO', 'Incident Responder'],
  Engineering: ['Software Engineer', 'Systems Engineer', 'Team Lead', 'Test Engineer', 'Architect'],
  Operations: ['Operator', 'Shift Lead', 'Planner', 'Maintenance Technician'],
  'Human Resources': ['Recruiter', 'HR Partner', 'Learning Specialist'],
  Legal: ['Counsel', 'Compliance Officer', 'Paralegal'],
  Procurement: ['Buyer', 'Category Manager', 'Contract Manager'],
  Sales: ['Account Executive', 'Key Account Manager', 'Sales Engineer', 'Sales Assistant'],
  'Customer Care': ['Support Agent', 'Support Lead', 'Quality Coach'],
  Logistics: ['Dispatcher', 'Warehouse Clerk', 'Customs Agent', 'Fleet Manager'],
  Research: ['Scientist', 'Laboratory Technician', 'Research Lead'],
  Facilities: ['Facility Manager', 'Receptionist', 'Electrician'],
};

/** Platform roles, each with the cabinet groups it brings. */
export const ROLES: Record<string, readonly string[]> = {
  CISO: ['Security', 'Risk Register', 'Incident Room'],
  Analyst: ['Reports', 'Data Warehouse'],
  'Contract Owner': ['Contracts', 'Contract Approvals'],
  'Finance Approver': ['Invoices', 'Payment Approvals'],
  'Team Lead': ['Reports', 'Rosters'],
  Buyer: ['Contracts', 'Supplier Portal'],
  'Support Agent': ['Tickets', 'Knowledge Base'],
  'Plant Operator': ['Control Room'],
  Auditor: ['Reports', 'Risk Register'],
};

/** Cabinet groups that no role brings. */
export const FREE_GROUPS = ['Wiki', 'Archive', 'Travel', 'Emergency Contacts'] as const;

/** What people are on a contract. */
export const CONTRACT_ROLES = [
  'Project Manager',
  'Commercial Manager',
  'Supervisor',
  'Site Engineer',
  'Quantity Surveyor',
  'Administrator',
] as const;

/** What contracts are about, before the place. */
export const WORKS = words(
  `Substation upgrade, Fibre roll-out, Fleet maintenance, Cleaning services, Warehouse extension,
   Cooling plant, Data centre fit-out, Payroll services, Security services, Harbour dredging,
   Laboratory equipment, Roof renewal, Control room, Site canteen, Solar park`,
);

/** Currencies of contracts; those with no decimals and with three are among them. */
export const CURRENCIES = words(`EUR, EUR, EUR, USD, USD, GBP, JPY, KWD, CHF, UAH`);

export const OTHER_GROUPS = words(
  `VPN, Building Access, Guest Wi-Fi, Print Services, Fleet Booking, Video Conferencing`,
);

export const LOCK_REASONS = [
  'Password found in a leaked list',
  'Sign-ins from two countries within an hour',
  'Laptop reported stolen',
  'Under investigation by Information Security',
  'Long-term leave',
] as const;

export const COLOURS = words(
  `#1d4ed8, #0f766e, #b45309, #be123c, #6d28d9, #15803d, #a21caf, #0369a1, #fbbf24, #94a3b8,
   #f9a8d4, #bef264`,
);

export const USER_AGENTS = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15',
  'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36',
] as const;
