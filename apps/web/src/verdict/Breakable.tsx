import { Fragment } from 'react';
import { piecesOf } from './test-name.js';

/** A name that ends its lines between its words, not within them. */
export function Breakable({ text }: { readonly text: string }) {
  return piecesOf(text).map((piece, index) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {piece}
    </Fragment>
  ));
}
