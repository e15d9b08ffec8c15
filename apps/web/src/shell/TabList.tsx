import type { KeyboardEvent, ReactNode } from 'react';

export interface Tab {
  readonly id: string;
  readonly label: ReactNode;
  readonly title?: string;
}

interface TabListProps {
  readonly tabs: readonly Tab[];
  readonly active: string;
  readonly label: string;
  readonly className: string | undefined;
  readonly tabClassName: string | undefined;
  /** Ids of tabs and panels begin with it: `name-tab-x` controls `name-panel-x`. */
  readonly name: string;
  /** When one panel serves all tabs, its id. */
  readonly panel?: string;
  readonly onChange: (id: string) => void;
}

/** Tabs by the book: one stop of the Tab key, arrow keys between them. */
export function TabList({
  tabs,
  active,
  label,
  className,
  tabClassName,
  name,
  panel,
  onChange,
}: TabListProps) {
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const at = tabs.findIndex(({ id }) => id === active);
    const next = {
      ArrowRight: (at + 1) % tabs.length,
      ArrowLeft: (at - 1 + tabs.length) % tabs.length,
      Home: 0,
      End: tabs.length - 1,
    }[event.key];
    const tab = next === undefined ? undefined : tabs[next];
    if (!tab) return;
    event.preventDefault();
    onChange(tab.id);
    document.getElementById(`${name}-tab-${tab.id}`)?.focus();
  };
  return (
    <div role="tablist" aria-label={label} className={className} onKeyDown={onKeyDown}>
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          id={`${name}-tab-${tab.id}`}
          aria-selected={tab.id === active}
          aria-controls={panel ?? `${name}-panel-${tab.id}`}
          tabIndex={tab.id === active ? 0 : -1}
          title={tab.title}
          className={tabClassName}
          onClick={() => {
            onChange(tab.id);
          }}
        >
          {tab.label}
        </button>
      ))}
    </div>
  );
}
