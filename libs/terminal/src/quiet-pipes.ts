/** Ends quietly when the reader of our output has gone (`lakeproof … | head`). */
export function quietPipes(process: NodeJS.Process): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
}
