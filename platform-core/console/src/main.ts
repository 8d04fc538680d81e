import './kit/tokens.css';
import './kit/kit.css';
import './kit/more.css';
import './shell/shell.css';
import './record/record.css';
import './insight/insight.css';
import './admin/admin.css';
import { applyPreferences } from './i18n/preferences';
import { loadIcons } from './kit/icon';
import { startRouter } from './shell/router';
import './shell/app';

applyPreferences();
loadIcons();
startRouter();
