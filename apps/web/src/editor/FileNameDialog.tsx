import { Button, Group, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { fileNameSchema } from './file-name.js';
import { Dialog } from '../ui/Dialog.js';
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
  const schema = fileNameSchema(taken);
  const form = useForm({
    initialValues: { name: initial },
    validateInputOnChange: true,
    validate: schemaResolver(schema, { sync: true }),
    transformValues: (typed) => schema.parse(typed),
  });
  return (
    <Dialog onClose={onClose} title={title}>
      <form
        noValidate
        onSubmit={form.onSubmit(({ name }) => {
          onName(name);
          onClose();
        })}
      >
        <TextInput
          data-autofocus
          label="File name"
          description="Python files only; a folder is written in front, as in tests/test_more.py"
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          classNames={{ input: classes.nameInput ?? '' }}
          {...form.getInputProps('name')}
        />
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit">{action}</Button>
        </Group>
      </form>
    </Dialog>
  );
}
