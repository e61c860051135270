import { Search } from 'lucide-react';
import { SearchInput } from '@/components/data-table/search-input';
import { Button } from '@/components/ui/button';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { Checkbox } from '@/components/ui/checkbox';
import type { GroupChoice } from '@/lib/roles/queries';
import { MOST_GROUPS, type RoleQuery } from '@/lib/roles/schema';
import type { RoleChange } from './change-of';

type ChooseGroupsProps = { groups: GroupChoice[]; query: RoleQuery; change: RoleChange };

/** Ticks for the groups a role brings, as a plain form whose answer is the preview: nothing is changed. */
export function ChooseGroups({ groups, query: { q }, change: { chosen } }: ChooseGroupsProps) {
  return (
    <Card>
      <CardHeader
        title="Groups it brings"
        description={`Tick up to ${MOST_GROUPS}; search for those that are not listed. What that changes is shown before it is done.`}
      />
      <CardBody>
        {/* Another choice is another form: the ticks are those of the address. */}
        <form key={`${q} ${chosen.join()}`}>
          <input type="hidden" name="chosen" value="1" />
          <div className="mb-3 flex items-center gap-2">
            <SearchInput label="Search groups" placeholder="Search groups" value={q} />
            <Button type="submit">
              <Search aria-hidden /> Search
            </Button>
          </div>
          {groups.length > 0 ? (
            <fieldset className="max-h-90 overflow-y-auto rounded-md border bg-canvas px-3 py-2">
              <legend className="sr-only">Groups</legend>
              {groups.map(({ id, name, isOther }) => (
                <Checkbox
                  key={id}
                  name="group"
                  value={id}
                  defaultChecked={chosen.includes(id)}
                  label={<span className="wrap-anywhere">{name}</span>}
                  hint={isOther ? 'Other group, of no company' : undefined}
                />
              ))}
            </fieldset>
          ) : (
            <p className="text-muted">
              {q ? 'No group matches, and the role brings none.' : 'There is no group yet.'}
            </p>
          )}
          <div className="mt-4 flex justify-end">
            <Button type="submit" variant="primary">
              Show what changes
            </Button>
          </div>
        </form>
      </CardBody>
    </Card>
  );
}
