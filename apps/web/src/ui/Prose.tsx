import classes from './prose.module.css';

/** Text the server rendered from our own Markdown and sanitised. Its own h1 is left out: the page has one. */
export function Prose({ html }: { readonly html: string }) {
  return <div className={classes.prose} dangerouslySetInnerHTML={{ __html: html }} />;
}
