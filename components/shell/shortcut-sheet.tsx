'use client';

import { Checkbox } from '@/components/ui/checkbox';
import { Dialog, DialogContent } from '@/components/ui/dialog';
import { Kbd } from '@/components/ui/kbd';
import { useSingleKeys, useSingleKeysOn } from '@/components/ui/single-keys';

const shortcuts: readonly [what: string, keys: string[]][] = [
  ['Find people and pages', ['Ctrl', 'K']],
  ['Search the list', ['/']],
  ['Next row', ['j']],
  ['Previous row', ['k']],
  ['Open the row', ['Enter']],
  ['Quick look at the row', ['o']],
  ['Select the row', ['x']],
  ['Go to the selection’s actions', ['m']],
  ['This sheet', ['?']],
];

type ShortcutSheetProps = { open: boolean; onOpenChange: (open: boolean) => void };

/** The keys there are; `?` opens it, and single keys can be turned off here. */
export function ShortcutSheet({ open, onOpenChange }: ShortcutSheetProps) {
  const [on, setOn] = useSingleKeysOn();
  useSingleKeys({ '?': () => onOpenChange(true) });
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent title="Keyboard shortcuts" size="sm">
        <dl className="divide-y">
          {shortcuts.map(([what, keys]) => (
            <div key={what} className="flex h-9 items-center justify-between gap-4">
              <dt className="text-muted">{what}</dt>
              <dd className="flex gap-1">
                {keys.map((key) => (
                  <Kbd key={key}>{key}</Kbd>
                ))}
              </dd>
            </div>
          ))}
        </dl>
        <div className="mt-3">
          <Checkbox
            label="Single-key shortcuts"
            hint="Turn off when keys are pressed by mistake or by voice."
            checked={on}
            onChange={(event) => setOn(event.target.checked)}
          />
        </div>
      </DialogContent>
    </Dialog>
  );
}
