import { placeholdersIn } from '../new-exercise/placeholder.js';

/** A word of the product or the field written in another way than everywhere else, and the right one. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/\b(?:LakeProof|Lake Proof|lakeproof(?=\s+(?:is|runs|shows|grades)\b))/, 'Lakeproof'],
  [/\b(?:Nimbus-Outdoor|NimbusOutdoor|Nimbus outdoor|nimbus outdoor)\b/, 'Nimbus Outdoor'],
  [/\b(?:Pyspark|Py Spark|PySPARK)\b/, 'PySpark'],
  [/\b(?:Data Bricks|DataBricks)\b/, 'Databricks'],
  [/\b(?:LakeFlow|Lake Flow)\b/, 'Lakeflow'],
  [/\b(?:Spark Declarative Pipeline(?!s)|spark declarative pipelines)\b/, 'Spark Declarative Pipelines'],
  [/\b(?:DeltaLake|Delta lake|delta lake)\b/, 'Delta Lake'],
  [/\b(?:Pytest|PyTest)\b/, 'pytest'],
  [/\b(?:data frame|Dataframe|data-frame)s?\b/, 'DataFrame'],
  [/\b(?:Github|Git Hub)\b/, 'GitHub'],
  [/\b(?:medallion-architecture|Medaillon|medaillon)\b/, 'Medallion architecture'],
];

const unfinished = /\b(?:TODO|FIXME|XXX|TBD|[Ll]orem ipsum)\b/;

/** What is wrong with the words of a text that learners read, each with its line, in words. */
export function wordProblems(text: string): string[] {
  return text.split('\n').flatMap((line, index) => {
    const at = (problem: string) => `${String(index + 1)}: ${problem}`;
    const found = placeholdersIn(line).map((left) => at(`replace the placeholder ${left}`));
    const [note] = unfinished.exec(line) ?? [];
    if (note) found.push(at(`"${note}": finish this, or take it out`));
    for (const [wrong, right] of spellings) {
      const [written] = wrong.exec(line) ?? [];
      if (written) found.push(at(`write ${right}, not "${written}"`));
    }
    return found;
  });
}
