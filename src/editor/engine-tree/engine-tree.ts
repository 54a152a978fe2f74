import {
  type Event,
  EventEmitter,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
} from 'vscode';
import { kindTitles, type LabObjectKind, labObjectKinds, type ShownObject } from '../lab-objects';

export type EngineNode = KindNode | ObjectNode;

interface KindNode {
  readonly type: 'kind';
  readonly kind: LabObjectKind;
}

/** What the commands of the view get. */
export interface ObjectNode {
  readonly type: 'object';
  readonly object: ShownObject;
}

const kindIcons: Readonly<Record<LabObjectKind, string>> = {
  container: 'vm',
  image: 'package',
  volume: 'database',
  network: 'type-hierarchy',
};

/** Shows the last objects it was given. */
export class EngineTree implements TreeDataProvider<EngineNode> {
  readonly #changed = new EventEmitter<void>();
  #objects: readonly ShownObject[] = [];
  readonly onDidChangeTreeData: Event<void> = this.#changed.event;

  get objects(): readonly ShownObject[] {
    return this.#objects;
  }

  show(objects: readonly ShownObject[]): void {
    this.#objects = objects;
    this.#changed.fire();
  }

  getChildren(node?: EngineNode): EngineNode[] {
    if (node === undefined) {
      return labObjectKinds
        .filter((kind) => this.#objects.some((object) => object.kind === kind))
        .map((kind): KindNode => ({ type: 'kind', kind }));
    }
    if (node.type === 'object') return [];
    return this.#objects
      .filter((object) => object.kind === node.kind)
      .map((object): ObjectNode => ({ type: 'object', object }));
  }

  getTreeItem(node: EngineNode): TreeItem {
    return node.type === 'kind' ? this.#kindItem(node.kind) : objectItem(node.object);
  }

  #kindItem(kind: LabObjectKind): TreeItem {
    const item = new TreeItem(kindTitles[kind], TreeItemCollapsibleState.Expanded);
    item.id = kind;
    item.description = `${this.#objects.filter((object) => object.kind === kind).length}`;
    item.contextValue = 'kind';
    return item;
  }
}

function objectItem(object: ShownObject): TreeItem {
  const item = new TreeItem(object.name, TreeItemCollapsibleState.None);
  item.id = `${object.kind}/${object.id}`;
  item.description = object.description;
  item.iconPath = iconOf(object);
  item.contextValue = contextOf(object);
  item.tooltip = tooltipOf(object);
  item.accessibilityInformation = {
    label: `${object.kind} ${object.name}, ${object.description}`,
  };
  return item;
}

function iconOf({ kind, state }: ShownObject): ThemeIcon {
  if (kind !== 'container') return new ThemeIcon(kindIcons[kind]);
  if (state === 'running') return new ThemeIcon('vm-running', new ThemeColor('charts.green'));
  if (state === 'paused') return new ThemeIcon('debug-pause');
  return new ThemeIcon('vm-outline');
}

/** Words that the `when` clauses of the menus look for. */
function contextOf({ kind, state, ports }: ShownObject): string {
  if (kind !== 'container') return kind;
  const runs = state === 'running' ? 'running' : 'ended';
  return ['container', runs, ...(ports.length > 0 ? ['published'] : [])].join(' ');
}

function tooltipOf({ kind, name, description, id, lesson }: ShownObject): string {
  const shortId = id === name ? [] : [id.replace(/^sha256:/, '').slice(0, 12)];
  return [name, `${kind} · ${description}`, ...shortId, `Made by the lesson ${lesson}`].join('\n');
}
