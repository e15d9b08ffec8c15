import { Modal } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import classes from './dialog.module.css';

interface DialogProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly onClose: () => void;
  readonly fullScreen?: boolean;
}

/** A dialog over the page. Mount it to open it; focus stays inside and goes back where it was. */
export function Dialog({ title, children, onClose, fullScreen = false }: DialogProps) {
  const [cameFrom] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // A menu's entry is gone with its menu: then the page itself.
      const back = cameFrom?.isConnected ? cameFrom : document.getElementById('main');
      if (back instanceof HTMLElement) back.focus();
    },
    [cameFrom],
  );
  return (
    <Modal.Root
      opened
      centered
      onClose={onClose}
      fullScreen={fullScreen}
      radius={fullScreen ? 0 : 'md'}
      transitionProps={{ duration: 0 }}
      classNames={{ content: classes.content ?? '' }}
    >
      <Modal.Overlay backgroundOpacity={0.5} />
      <Modal.Content>
        {/* Not Modal.Header: a second banner beside the page's would confuse those who listen. */}
        <div className={classes.head}>
          <Modal.Title className={classes.title ?? ''}>{title}</Modal.Title>
          <Modal.CloseButton aria-label="Close" size="lg" />
        </div>
        <Modal.Body className={classes.body ?? ''}>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
