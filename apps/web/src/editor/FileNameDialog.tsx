import { Button, TextInput } from '@mantine/core';
import { type SyntheticEvent, useState } from 'react';
import { fileNameProblem } from './file-name.js';
import { Dialog } from '../shell/Dialog.js';
import classes from './editor.module.css';

interface FileNameDialogProps {
  readonly title: string;
  readonly action: string;
  readonly initial: string;
  /** Names that are in use already. */
  readonly taken: readonly string[];
  readonly onName: (name: string) => void;
  readonly onClose: () => void;
}

/** Asks for a file's name and says at once what is wrong with one. Mount it to open it. */
export function FileNameDialog({ title, action, initial, taken, onName, onClose }: FileNameDialogProps) {
  const [name, setName] = useState(initial);
  const [asked, setAsked] = useState(false);
  const problem = fileNameProblem(name.trim(), taken);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setAsked(true);
    if (problem !== null) return;
    onName(name.trim());
    onClose();
  };
  return (
    <Dialog onClose={onClose} title={title}>
      <form onSubmit={submit} noValidate>
        <TextInput
          data-autofocus
          label="File name"
          description="Python files only; a folder is written in front, as in tests/test_more.py"
          value={name}
          error={asked || name !== initial ? problem : null}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          classNames={{ input: classes.nameInput ?? '' }}
          onChange={(event) => {
            setName(event.currentTarget.value);
          }}
        />
        <div className={classes.dialogActions}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit">{action}</Button>
        </div>
      </form>
    </Dialog>
  );
}
