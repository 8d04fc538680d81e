import type { Widget } from '../api/types/dashboard';
import { asked } from '../chart/asked';
import { contributions } from '../extension/contributions';
import { can, typeNamed } from '../shell/areas';

export const readable = (type: string) => {
  const found = typeNamed(type);
  return found && can(found.record, 'read') ? found : undefined;
};

/** What a module brings for a widget, when it is installed and this person may use it. */
export const brought = ({ module, contribution }: Widget) =>
  contributions('home/widget/v1').find(({ area, id }) => area.module === module && id === contribution);

/** Whether this person can see the widget at all, as far as it is known before anything is asked. */
export function isReachable(widget: Widget): boolean {
  switch (widget.kind) {
    case 'chart':
      return asked(widget.chart?.query ?? '').types.every((type) => readable(type));
    case 'records':
      return readable(widget.type ?? '') !== undefined;
    case 'module':
      return brought(widget) !== undefined;
    case 'view':
    case 'signals':
    case 'work':
    case 'deadlines':
    case 'text':
      return true;
  }
}
