/** @jest-environment ./browser-environment.js */
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { MantineProvider } from '@mantine/core';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { FileNameDialog } from './FileNameDialog.js';

describe('the dialog for a name', () => {
  const opened = () => {
    const told = { onName: jest.fn(), onClose: jest.fn() };
    render(
      <MantineProvider>
        <FileNameDialog title="New file" action="Add" initial="" taken={['clean.py']} {...told} />
      </MantineProvider>,
    );
    return told;
  };
  const type = (value: string) => fireEvent.change(screen.getByLabelText('File name'), { target: { value } });

  afterEach(cleanup);

  it('says at once what is wrong, and takes no such name', async () => {
    const { onName } = opened();
    type('clean.py');
    expect(await screen.findByText('clean.py is there already.')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Add' }));
    expect(onName).not.toHaveBeenCalled();
  });

  it('gives the name without the space around it, and closes', () => {
    const { onName, onClose } = opened();
    type(' test_more.py ');
    fireEvent.click(screen.getByRole('button', { name: 'Add' }));
    expect(onName).toHaveBeenCalledWith('test_more.py');
    expect(onClose).toHaveBeenCalled();
  });
});
