import {
  type Event,
  EventEmitter,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
} from 'vscode';
import type { Chapter, LessonProblem } from '../../core/lesson/lesson';
import type { LessonStanding } from '../../core/progress/progress';
import type { CourseService } from '../course-service';
import { commandIds } from '../ids';
import type { ProgressStore } from '../progress-store';
import {
  type CourseNode,
  childNodes,
  type LessonNode,
  nodeId,
  type TaskNode,
  tasksOf,
  topNodes,
} from './course-node';

/** The course with the learner's progress, told by icon and by words. */
export class CourseTree implements TreeDataProvider<CourseNode> {
  readonly #course: CourseService;
  readonly #progress: ProgressStore;
  readonly #labsFolder: Uri;
  readonly #changed = new EventEmitter<void>();
  readonly onDidChangeTreeData: Event<void> = this.#changed.event;

  constructor(course: CourseService, progress: ProgressStore, labsFolder: Uri) {
    this.#course = course;
    this.#progress = progress;
    this.#labsFolder = labsFolder;
  }

  refresh(): void {
    this.#changed.fire();
  }

  async getChildren(node?: CourseNode): Promise<CourseNode[]> {
    if (node !== undefined) return childNodes(node);
    try {
      await this.#progress.ready();
      return topNodes(await this.#course.course());
    } catch {
      // The reason stands in the log, and the view's welcome text leads there.
      return [];
    }
  }

  /** Lets the editor reveal a lesson. */
  async getParent(node: CourseNode): Promise<CourseNode | undefined> {
    if (node.type !== 'lesson' && node.type !== 'task') return undefined;
    const { lesson, chapter } = await this.#course.lesson(node.lesson.id);
    return node.type === 'lesson' ? { type: 'chapter', chapter } : { type: 'lesson', lesson };
  }

  getTreeItem(node: CourseNode): TreeItem {
    const item = this.#item(node);
    item.id = nodeId(node);
    return item;
  }

  #item(node: CourseNode): TreeItem {
    switch (node.type) {
      case 'chapter':
        return this.#chapterItem(node.chapter);
      case 'lesson':
        return this.#lessonItem(node);
      case 'task':
        return this.#taskItem(node);
      case 'problems': {
        const item = new TreeItem('Mistakes in lesson files', TreeItemCollapsibleState.Collapsed);
        item.description = `${node.problems.length}`;
        item.iconPath = new ThemeIcon('warning', new ThemeColor('list.warningForeground'));
        item.contextValue = 'problems';
        return item;
      }
      case 'problem':
        return this.#problemItem(node.problem);
    }
  }

  #chapterItem(chapter: Chapter): TreeItem {
    const { number, title, summary, lessons } = chapter;
    const label = `${number}  ${title}`;
    if (lessons.length === 0) {
      const item = new TreeItem(label, TreeItemCollapsibleState.None);
      item.description = 'coming';
      item.iconPath = new ThemeIcon('ellipsis', new ThemeColor('disabledForeground'));
      item.tooltip = `${title}\n${summary}\nThis chapter is still being written.`;
      item.accessibilityInformation = { label: `Chapter ${number}, ${title}, coming` };
      item.contextValue = 'chapter coming';
      return item;
    }
    const done = lessons.filter((lesson) => this.#progress.lesson(lesson).state === 'done').length;
    const isBegun = lessons.some((lesson) => this.#progress.lesson(lesson).state !== 'not begun');
    const state = done === lessons.length ? 'done' : isBegun ? 'begun' : 'not begun';
    const item = new TreeItem(label, TreeItemCollapsibleState.Expanded);
    const minutes = lessons.reduce((sum, lesson) => sum + lesson.minutes, 0);
    item.description = state === 'done' ? 'done' : `${done} of ${lessons.length} lessons`;
    item.iconPath = stateIcon(state);
    item.tooltip = `${title}\n${summary}\n${lessons.length} lessons, about ${minutes} minutes`;
    item.accessibilityInformation = {
      label: `Chapter ${number}, ${title}, ${state}, ${done} of ${lessons.length} lessons done`,
    };
    item.contextValue = 'chapter';
    return item;
  }

  #lessonItem({ lesson }: LessonNode): TreeItem {
    const { state, done, of } = this.#progress.lesson(lesson);
    const tasks = tasksOf(lesson);
    const item = new TreeItem(
      lesson.title,
      tasks.length === 0 ? TreeItemCollapsibleState.None : TreeItemCollapsibleState.Collapsed,
    );
    const parts = of === 0 ? state : `${done} of ${of}`;
    const words = {
      done: 'done',
      begun: of === 0 ? 'begun' : parts,
      'not begun': `${lesson.minutes} min`,
    };
    item.description = words[state];
    item.iconPath = stateIcon(state);
    const tally = of === 0 ? '' : `\n${done} of ${of} exercises and questions done`;
    item.tooltip = `${lesson.title}: ${state}\n${lesson.summary}\nabout ${lesson.minutes} minutes${tally}`;
    item.accessibilityInformation = {
      label: `${lesson.title}, ${state}, ${of === 0 ? '' : `${parts} done, `}${lesson.minutes} minutes`,
    };
    item.contextValue = `lesson ${state}`;
    item.command = {
      title: 'Open Lesson',
      command: commandIds.openLesson,
      arguments: [lesson.id],
    };
    return item;
  }

  #taskItem({ lesson, task }: TaskNode): TreeItem {
    const state = this.#progress.task(lesson, task);
    const kind = task.kind === 'exercise' ? 'exercise' : 'question';
    const title = task.kind === 'exercise' ? task.title : firstSentence(task.question);
    const item = new TreeItem(title, TreeItemCollapsibleState.None);
    item.description = state === 'not begun' ? kind : `${kind}, ${state}`;
    item.iconPath = stateIcon(state);
    item.tooltip = `${title}\n${kind}, ${state}`;
    item.accessibilityInformation = { label: `${kind} ${title}, ${state}` };
    item.contextValue = task.kind;
    item.command = {
      title: 'Open Lesson',
      command: commandIds.openLesson,
      arguments: [lesson.id, `${task.kind}-${task.id}`],
    };
    return item;
  }

  #problemItem({ path, line, message }: LessonProblem): TreeItem {
    const item = new TreeItem(`${path}:${line}`, TreeItemCollapsibleState.None);
    item.description = message;
    item.tooltip = message;
    item.contextValue = 'problem';
    item.command = {
      title: 'Open the File',
      command: 'vscode.open',
      arguments: [
        Uri.joinPath(this.#labsFolder, path),
        {
          selection: {
            start: { line: line - 1, character: 0 },
            end: { line: line - 1, character: 0 },
          },
        },
      ],
    };
    return item;
  }
}

const icons: Readonly<Record<LessonStanding['state'], ThemeIcon>> = {
  'not begun': new ThemeIcon('circle-large'),
  begun: new ThemeIcon('color-mode', new ThemeColor('charts.blue')),
  done: new ThemeIcon('pass-filled', new ThemeColor('charts.green')),
};

function stateIcon(state: LessonStanding['state']): ThemeIcon {
  return icons[state];
}

/** A question's first line without its Markdown marks. */
function firstSentence(markdown: string): string {
  const [line = ''] = markdown.trim().split('\n\n');
  return line
    .replace(/\s+/g, ' ')
    .replace(/[`*_]/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
}
