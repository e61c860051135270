'use client';

import { Combobox } from '@base-ui/react/combobox';
import { Check, ChevronDown, X } from 'lucide-react';
import { useContext, useRef, useState } from 'react';
import { buttonStyle } from '@/components/ui/button-style';
import { cn } from '@/components/ui/cn';
import { controlStyle } from '@/components/ui/control-style';
import { FieldContext } from '@/components/ui/field-context';
import type { SearchChoiceProps } from './search-choice';
import { useChoices, type Choice } from './use-choices';

const iconButton = cn(buttonStyle('ghost', 'sm', true), 'absolute top-1 right-1');

/** A text field that finds choices while one types; the chosen one's id is what the form sends. */
export function ChoiceBox(props: SearchChoiceProps) {
  const { name, label, none, source, first, chosen, onChoose, disabled = false } = props;
  const [text, setText] = useState('');
  const field = useContext(FieldContext);
  const frame = useRef<HTMLDivElement>(null);
  const { state, choices } = useChoices(source, text, first);
  return (
    <div ref={frame} className="relative">
      <Combobox.Root
        name={name}
        items={choices}
        filter={null}
        disabled={disabled}
        autoHighlight
        value={chosen}
        onValueChange={onChoose}
        // What is chosen is no question: the list then begins anew.
        onInputValueChange={(value, { reason }) => setText(reason === 'input-change' ? value : '')}
        itemToStringLabel={(choice: Choice) => choice.name}
        itemToStringValue={(choice: Choice) => choice.id}
        isItemEqualToValue={(one: Choice, other: Choice) => one.id === other.id}
      >
        <Combobox.Input
          id={field?.id}
          aria-label={field ? undefined : label}
          aria-describedby={field?.describedBy}
          aria-invalid={field?.invalid || undefined}
          placeholder={none}
          className={cn(controlStyle, 'h-9 truncate pr-9')}
        />
        {chosen ? (
          <Combobox.Clear aria-label={`Clear ${label.toLowerCase()}`} className={iconButton}>
            <X aria-hidden />
          </Combobox.Clear>
        ) : (
          <Combobox.Trigger aria-label={`Show ${label.toLowerCase()}`} className={iconButton}>
            <ChevronDown aria-hidden />
          </Combobox.Trigger>
        )}
        {/* In the sheet or window it belongs to: it would lie under them anywhere else. */}
        <Combobox.Portal container={frame}>
          <Combobox.Positioner positionMethod="fixed" sideOffset={4} className="z-50 outline-none">
            <Combobox.Popup className="max-h-72 w-(--anchor-width) overflow-y-auto overscroll-contain rounded-lg bg-raised p-1 shadow-float outline-none">
              <Combobox.Status className="px-2 py-1.5 text-sm text-muted empty:hidden">
                {statusText(state, text, choices.length)}
              </Combobox.Status>
              <Combobox.List>
                {(choice: Choice) => (
                  <Combobox.Item
                    key={choice.id}
                    value={choice}
                    className="flex min-h-8 cursor-default items-center gap-2 rounded-sm px-2 py-1 text-sm select-none data-highlighted:bg-hover"
                  >
                    <span className="min-w-0 wrap-anywhere">{choice.name}</span>
                    {choice.detail ? <span className="text-faint">{choice.detail}</span> : null}
                    <Combobox.ItemIndicator className="ml-auto">
                      <Check aria-hidden className="size-4 text-faint" />
                    </Combobox.ItemIndicator>
                  </Combobox.Item>
                )}
              </Combobox.List>
            </Combobox.Popup>
          </Combobox.Positioner>
        </Combobox.Portal>
      </Combobox.Root>
    </div>
  );
}

function statusText(state: 'ready' | 'loading' | 'failed', text: string, count: number) {
  if (state === 'loading') return 'Searching…';
  if (state === 'failed') return 'The server could not be reached. Type again to retry.';
  if (count > 0) return null;
  return text.trim() ? `Nothing contains “${text.trim()}”.` : 'There is nothing to choose from.';
}
