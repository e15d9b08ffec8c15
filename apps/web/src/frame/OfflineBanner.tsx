import { IconCloudOff } from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import classes from './frame.module.css';

const subscribe = (changed: () => void) => {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
};

/** Says that the connection is gone, and what that means for one's work. */
export function OfflineBanner() {
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  return (
    <div role="status">
      {!online && (
        <div className={classes.banner}>
          <IconCloudOff size={17} aria-hidden="true" />
          You are offline. Your files are kept in this browser; what you submit is sent once you are back.
        </div>
      )}
    </div>
  );
}
