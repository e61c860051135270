import { makeCompany, type TestCompany } from './people';
import { makeGroup, makePlace, makeQuiz, makeRole } from './structure';

export type TestStructure = {
  company: TestCompany;
  department: string;
  position: string;
  group: string;
  /** Brought by the role. */
  brought: string;
  role: string;
  quiz: string;
};

/** A company with one of everything that its people can have. */
export async function makeStructure(): Promise<TestStructure> {
  const company = await makeCompany();
  const place = await makePlace(company);
  const [group, brought, quiz] = await Promise.all([
    makeGroup(company),
    makeGroup(company),
    makeQuiz(company),
  ]);
  const role = await makeRole(company, [brought]);
  const { departmentId: department, positionId: position } = place;
  return { company, department, position, group, brought, role, quiz };
}
