'use client';

import { useState } from 'react';
import { SearchChoice } from '@/components/form/search-choice';

type Choice = { id: string; name: string };
type CompanyChoiceProps = { companies: Choice[]; chosenId: string | null };

/** The company of everybody in the file, found by typing. */
export function CompanyChoice({ companies, chosenId }: CompanyChoiceProps) {
  const [chosen, choose] = useState(companies.find(({ id }) => id === chosenId) ?? null);
  return (
    <SearchChoice
      name="companyId"
      label="Company of everybody"
      none="A column names it"
      source="/api/people/choices?kind=company"
      first={companies}
      chosen={chosen}
      onChoose={choose}
    />
  );
}
