import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { textOf } from '../content-files.js';
import type { Place } from '../content-files.js';
import { ExerciseError, fileError } from '../exercise-error.js';
import type { ContentProblem } from '../exercise-error.js';

const elements = new Set(
  'svg g defs marker path rect circle ellipse line polyline polygon text tspan title desc'.split(' '),
);

/** As properties are called in the tree. Colours and references have rules of their own. */
const attributes = new Set(
  (
    'viewBox width height preserveAspectRatio xmlns className id transform opacity x y x1 y1 x2 y2 cx cy r rx ry dx dy d points ' +
    'strokeWidth strokeDashArray strokeLineCap strokeLineJoin fontSize fontWeight fontStyle textAnchor dominantBaseline ' +
    'letterSpacing markerWidth markerHeight markerUnits refX refY orient'
  ).split(' '),
);
const references = new Set(['markerStart', 'markerMid', 'markerEnd']);
const colours = new Set(['fill', 'stroke']);
const localReference = /^url\(#([\w-]+)\)$/;
const colour = /^(none|currentColor|var\(--lp-[a-z-]+\))$/i;

/**
 * Reads an SVG that may stand in a page: drawing only, no scripts, no styles, nothing from elsewhere, colours that follow
 * light and dark. Its ids are prefixed, because all diagrams of a page share one document.
 * @throws ExerciseError naming each element and attribute that may not be there
 */
export async function loadDiagram(place: Place): Promise<Element> {
  const tree: Root = fromHtml(await textOf(place), { fragment: true });
  const drawn = tree.children.filter(({ type }) => type === 'element');
  const [svg] = drawn;
  if (svg?.type !== 'element' || svg.tagName !== 'svg' || drawn.length > 1)
    throw fileError(place.label, 'must hold one <svg> element');
  const problems: ContentProblem[] = [];
  if (!svg.properties.viewBox)
    problems.push({ field: 'svg', problem: 'needs a viewBox, to fit every screen' });
  const prefix = `${place.label.split('/').at(-1)?.replace('.svg', '') ?? ''}-`;
  visit(svg, 'element', (element) => {
    if (!elements.has(element.tagName))
      problems.push({ field: `<${element.tagName}>`, problem: 'may not be in a diagram' });
    for (const [name, value] of Object.entries(element.properties)) {
      const text = String(value);
      if (!isAllowed(name, text))
        problems.push({
          field: `<${element.tagName}> ${name}="${text}"`,
          problem: 'may not be in a diagram',
        });
      if (name === 'id') element.properties[name] = prefix + text;
      else element.properties[name] = localReference.test(text) ? text.replace('#', `#${prefix}`) : value;
    }
    element.children = element.children.filter(({ type }) => type === 'element' || type === 'text');
  });
  if (problems.length > 0) throw new ExerciseError(place.label, problems);
  return svg;
}

function isAllowed(name: string, value: string): boolean {
  if (references.has(name)) return localReference.test(value);
  if (colours.has(name)) return colour.test(value);
  return attributes.has(name);
}

/** The diagram as a figure of the page; `alt` is its accessible name. */
export function diagramFigure(svg: Element, alt: string, caption: string | undefined): Element {
  const drawing: Element = {
    ...svg,
    properties: { ...svg.properties, role: 'img', ariaLabel: alt },
    // A <title> would be a second name, and a tooltip.
    children: svg.children.filter((child) => child.type !== 'element' || child.tagName !== 'title'),
  };
  // On a narrow screen it scrolls, by keyboard too, instead of becoming too small to read.
  const frame: Element = {
    type: 'element',
    tagName: 'div',
    properties: { className: ['diagram-frame'], tabIndex: 0 },
    children: [drawing],
  };
  const children: ElementContent[] = [frame];
  if (caption)
    children.push({
      type: 'element',
      tagName: 'figcaption',
      properties: {},
      children: [{ type: 'text', value: caption }],
    });
  return { type: 'element', tagName: 'figure', properties: { className: ['diagram'] }, children };
}
