'use client';

import { Toast } from '@base-ui/react/toast';
import { CircleCheck, TriangleAlert, Undo2, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { buttonStyle } from './button-style';
import { cn } from './cn';

const manager = Toast.createToastManager();

const toasts = {
  success: (text: string) => void manager.add({ title: text, type: 'success', timeout: 6_000 }),
  error: (text: string) =>
    void manager.add({ title: text, type: 'error', priority: 'high', timeout: 0 }),
  undo: (text: string, onUndo: () => void) => {
    const id = manager.add({
      title: text,
      type: 'undo',
      timeout: 10_000,
      actionProps: {
        children: 'Undo',
        onClick: () => {
          manager.close(id);
          onUndo();
        },
      },
    });
  },
};

/** Brief messages: `success`, `error` (stays until closed) and `undo` (with its button). */
export function useToast() {
  return toasts;
}

/** Shows the toasts, once for the whole page; they are announced, and F6 leads to them. */
export function ToastProvider({ children }: { children: ReactNode }) {
  return (
    <Toast.Provider toastManager={manager} limit={4}>
      {children}
      <Toast.Portal>
        <Toast.Viewport
          data-print="hide"
          className="fixed right-4 bottom-4 z-60 flex w-[calc(100vw-2rem)] flex-col gap-2 outline-none sm:w-90"
        >
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

const icons = {
  success: <CircleCheck aria-hidden className="text-state-success" />,
  error: <TriangleAlert aria-hidden className="text-state-danger" />,
  undo: <Undo2 aria-hidden className="text-muted" />,
};

function ToastList() {
  const { toasts: shown } = Toast.useToastManager();
  return shown.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      swipeDirection={['right', 'down']}
      className="translate-x-(--toast-swipe-movement-x) rounded-lg bg-raised shadow-float transition-[opacity,translate] select-none data-ending-style:opacity-0 data-limited:hidden data-starting-style:translate-y-2 data-starting-style:opacity-0"
    >
      <Toast.Content className="flex items-center gap-2.5 py-2 pr-2 pl-3.5 [&>svg]:size-4 [&>svg]:shrink-0">
        {icons[(toast.type ?? 'success') as keyof typeof icons]}
        <Toast.Title className="min-w-0 flex-1 py-1 font-medium" />
        {toast.actionProps ? <Toast.Action className={buttonStyle('secondary', 'sm')} /> : null}
        <Toast.Close aria-label="Close" className={cn(buttonStyle('ghost', 'sm', true))}>
          <X aria-hidden />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ));
}
