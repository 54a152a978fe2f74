import type { StateMessage, ToPage } from '../../src/protocol';
import { bindActions, reveal } from './actions';
import { post, remember } from './api';
import { trackEnd, trackPlace } from './place';
import { showExplanation } from './show-explanation';
import { showLesson } from './show-lesson';
import { showState } from './show-state';

/** The lesson that is shown; a state that comes before it has nothing to go to yet. */
let shown: string | undefined;
let lastState: StateMessage | undefined;

function receive(message: ToPage): void {
  switch (message.type) {
    case 'lesson': {
      const isNew = shown !== message.id;
      shown = message.id;
      remember({ lesson: message.id });
      showLesson(message);
      if (lastState !== undefined && !isNew) showState(lastState);
      if (isNew && message.place) reveal(message.place);
      else if (isNew) window.scrollTo(0, 0);
      return;
    }
    case 'state':
      lastState = message;
      if (shown !== undefined) showState(message);
      return;
    case 'explanation':
      showExplanation(message);
      return;
    case 'reveal':
      reveal(message.anchor);
      return;
    default:
      message satisfies never;
  }
}

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => receive(data));
bindActions();
trackPlace();
trackEnd();
post({ type: 'ready' });
