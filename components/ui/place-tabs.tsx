import Link from 'next/link';

type PlaceTabsProps = {
  /** Of what they are the places. */
  label: string;
  tabs: { href: string; label: string; isHere: boolean }[];
};

/** The places of one thing side by side; the present one is underlined. */
export const PlaceTabs = ({ label, tabs }: PlaceTabsProps) => (
  <nav aria-label={label} className="mb-5 border-b">
    <ul className="-mb-px flex flex-wrap gap-x-1 max-sm:gap-x-0">
      {tabs.map((tab) => (
        <li key={tab.href}>
          <Link
            href={tab.href}
            aria-current={tab.isHere ? 'page' : undefined}
            className="flex h-9 items-center rounded-t-md border-b-2 border-transparent px-3 font-medium whitespace-nowrap text-muted hover:text-ink focus-visible:-outline-offset-2 aria-[current]:border-accent aria-[current]:text-ink max-sm:px-1.5 max-sm:text-sm"
          >
            {tab.label}
          </Link>
        </li>
      ))}
    </ul>
  </nav>
);
