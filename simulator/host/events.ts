/** Events of a workbook: gathered while a batch is answered, sent when it is done, unless they are switched off. */
import type { Json } from "./hostObject";

/** As the client receives it: the number of the event, what it is about ("Workbook" or a sheet's id), its arguments. */
export interface HostEvent {
  readonly type: number;
  readonly targetId: string;
  readonly message: Readonly<Record<string, Json>>;
}

/** The client's numbers. */
export const EVENT = {
  sheetChanged: 10,
  sheetActivated: 11,
  sheetDeactivated: 12,
  sheetAdded: 13,
  sheetDeleted: 15,
  sheetNameChanged: 25,
  selectionChanged: 14,
} as const;

/** What all of a workbook's events are addressed to. */
export const WORKBOOK_TARGET = "Workbook";

export interface EventQueue {
  enabled: boolean;
  add(event: HostEvent): void;
  listen(listener: (event: HostEvent) => void): void;
  flush(): void;
}

export function createEventQueue(): EventQueue {
  const waiting: HostEvent[] = [];
  const listeners: ((event: HostEvent) => void)[] = [];
  const queue: EventQueue = {
    enabled: true,
    add(event) {
      if (queue.enabled) waiting.push(event);
    },
    listen: (listener) => void listeners.push(listener),
    flush() {
      for (const event of waiting.splice(0)) for (const listener of listeners) listener(event);
    },
  };
  return queue;
}
