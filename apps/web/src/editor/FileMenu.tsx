import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconFilePlus, IconPencil, IconRestore, IconSearch, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { ConfirmDialog } from '../ui/ConfirmDialog.js';
import { FileNameDialog } from './FileNameDialog.js';
import type { Files } from './use-files.js';
import type { Wrapping } from './wrapping.js';
import classes from './editor.module.css';

type Dialog = 'add' | 'rename' | 'remove' | 'reset';

interface FileMenuProps {
  readonly files: Files;
  readonly active: string;
  /** Paths of the code under test: they can't be used. */
  readonly visible: readonly string[];
  readonly onOpen: (path: string) => void;
  readonly onFind: () => void;
  readonly wrapping: Wrapping;
}

/** What can be done with files: add, and for the open one search, rename, delete; all back to the start. */
export function FileMenu({ files, active, visible, onOpen, onFind, wrapping }: FileMenuProps) {
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const [finding, setFinding] = useState(false);
  const close = () => {
    setDialog(null);
  };
  const paths = [...visible, ...files.files.map(({ path }) => path)];
  const own = files.isOwn(active) && !visible.includes(active);
  return (
    <div className={classes.fileActions}>
      <ActionIcon
        aria-label="New file"
        title="New file"
        onClick={() => {
          setDialog('add');
        }}
      >
        <IconFilePlus size={18} stroke={1.7} />
      </ActionIcon>

      {/* The search has the focus; a menu that closes would take it back. */}
      <Menu
        position="bottom-end"
        width={230}
        returnFocus={!finding}
        onOpen={() => {
          setFinding(false);
        }}
      >
        <Menu.Target>
          <ActionIcon aria-label="Editor menu">
            <IconDots size={18} stroke={1.7} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconSearch size={16} />}
            onClick={() => {
              setFinding(true);
              onFind();
            }}
          >
            Find and replace
          </Menu.Item>
          <Menu.CheckboxItem checked={wrapping.on} onChange={wrapping.set}>
            Wrap long lines
          </Menu.CheckboxItem>
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconPencil size={16} />}
            disabled={!own}
            onClick={() => {
              setDialog('rename');
            }}
          >
            Rename {own ? active : 'this file'}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconTrash size={16} />}
            disabled={!own}
            onClick={() => {
              setDialog('remove');
            }}
          >
            Delete {own ? active : 'this file'}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconRestore size={16} />}
            disabled={!files.isChanged}
            onClick={() => {
              setDialog('reset');
            }}
          >
            Reset to the starter
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {dialog === 'add' && (
        <FileNameDialog
          title="New file"
          action="Add"
          initial=""
          taken={paths}
          onClose={close}
          onName={(name) => {
            files.add(name);
            onOpen(name);
          }}
        />
      )}
      {dialog === 'rename' && (
        <FileNameDialog
          title={`Rename ${active}`}
          action="Rename"
          initial={active}
          taken={paths.filter((path) => path !== active)}
          onClose={close}
          onName={(name) => {
            files.rename(active, name);
            onOpen(name);
          }}
        />
      )}
      {dialog === 'remove' && (
        <ConfirmDialog
          title={`Delete ${active}?`}
          text="The file and what you wrote in it are gone from this browser. Attempts you made with it keep it."
          action="Delete"
          onClose={close}
          onConfirm={() => {
            files.remove(active);
            onOpen('');
          }}
        />
      )}
      {dialog === 'reset' && (
        <ConfirmDialog
          title="Reset to the starter?"
          text="All your changes to this exercise's files are dropped, and the files you added are deleted. Your attempts stay in the history."
          action="Reset"
          onClose={close}
          onConfirm={() => {
            files.reset();
            onOpen('');
          }}
        />
      )}
    </div>
  );
}
