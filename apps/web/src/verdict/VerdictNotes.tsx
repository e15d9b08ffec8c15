import classes from './verdict.module.css';

/** Remarks about the run that change no score. */
export function VerdictNotes({ notes }: { readonly notes: readonly string[] }) {
  if (notes.length === 0) return null;
  return (
    <section className={classes.section}>
      <h4>Notes on this run</h4>
      <ul className={classes.notes}>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </section>
  );
}
