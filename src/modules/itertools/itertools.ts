/** Module `itertools`. @cpython Modules/itertoolsmodule.c */
import { documentedFunctions } from '../../objects/int/index.ts';
import { defineModule } from '../define-module.ts';
import { combinationsSpec, combinationsWithReplacementSpec, permutationsSpec, productSpec } from './combinatoric.ts';
import { accumulateSpec, batchedSpec, chainSpec, pairwiseSpec, zipLongestSpec } from './combining.ts';
import { groupbySpec, grouperSpec, tee, teeDataSpec, teeSpec } from './grouping.ts';
import { countSpec, cycleSpec, repeatSpec } from './infinite.ts';
import { compressSpec, dropwhileSpec, filterfalseSpec, isliceSpec, starmapSpec, takewhileSpec } from './selecting.ts';
import { ITERTOOLS_DOC, ITERTOOLS_DOCS } from './docs.ts';

export const itertoolsModule = defineModule('itertools', {
  doc: ITERTOOLS_DOC,
  functions: documentedFunctions(ITERTOOLS_DOCS, { tee }),
  types: [
    accumulateSpec,
    batchedSpec,
    combinationsSpec,
    combinationsWithReplacementSpec,
    cycleSpec,
    dropwhileSpec,
    takewhileSpec,
    isliceSpec,
    starmapSpec,
    chainSpec,
    compressSpec,
    filterfalseSpec,
    countSpec,
    pairwiseSpec,
    zipLongestSpec,
    permutationsSpec,
    productSpec,
    repeatSpec,
    groupbySpec,
    grouperSpec,
    teeSpec,
    teeDataSpec,
  ],
});
