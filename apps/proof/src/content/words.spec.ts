import { describe, expect, it } from '@jest/globals';
import { wordProblems } from './words.js';

describe('the words of a text', () => {
  it.each([
    ['Learn Pyspark.', '1: write PySpark, not "Pyspark"'],
    ['one\ntwo LakeFlow', '2: write Lakeflow, not "LakeFlow"'],
    ['Data Bricks runs it', '1: write Databricks, not "Data Bricks"'],
    ['two Dataframes', '1: write DataFrame, not "Dataframes"'],
    ['‹What goes wrong›', '1: replace the placeholder ‹What goes wrong›'],
    ['TODO: more', '1: "TODO": finish this, or take it out'],
  ])('%s is found', (text, problem) => {
    expect(wordProblems(text)).toEqual([problem]);
  });

  it.each([
    'PySpark, pytest and a DataFrame on Databricks',
    'databricks bundle deploy',
    'pip install lakeproof',
    'Spark Declarative Pipelines in Lakeflow',
  ])('%s is fine', (text) => {
    expect(wordProblems(text)).toEqual([]);
  });
});
