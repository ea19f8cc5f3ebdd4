/** The by-team tables (SPEC §4), in pack order. */
import {
  assessmentsAuthorised,
  assessmentsFallingDue,
  assessmentsNotAuthorised,
  icpcsHeld,
  openCinNotCwd,
  openCla,
  openCpPlans,
} from "./cohorts";
import { newOnesAre, startingTarget, within } from "./defaults";
import type { Cohort, TeamTableEntry } from "./entry";
import { doneWithin, lastWithin, lastWithinFirstIn10, lastWithinOwnFrequency, oneOrMore } from "./inTime";
import { PAGES } from "./teamPages";
import { notYetDueInWords, teamsInWords, timescaleInWords, workingDaysInWords } from "./words";

const AFTER_TEN = "10 working days after the start";
const SIX_WEEKS = 42;

const cpPlans: Cohort<"cp-plans"> = { ...openCpPlans, columns: [...openCpPlans.columns, "team"] };
const claEpisodes: Cohort<"cla"> = { ...openCla, columns: [...openCla.columns, "team"] };

const teamTables = [
  {
    family: "by team",
    id: "assessments-20wd",
    wording: "Completed within 20 days",
    nameInMessages: "Assessments completed within 20 days",
    kind: "percent",
    page: PAGES.assessments,
    cohort: assessmentsFallingDue,
    test: doneWithin("start", "authorised"),
    listed: "not in the numerator",
    toDo: "assessment",
    notYetDone: assessmentsNotAuthorised,
    headline: null,
    rule: (settings) =>
      `Assessments that fell due in the month, ${workingDaysInWords(settings)} after their start: those authorised ` +
      `by then, and not before their start. ${teamsInWords(settings)}`,
    defaults: within(20, "working days", startingTarget("higher", 40, 10)),
    chartTitle: null,
  },
  {
    family: "by team",
    id: "assessments-45wd",
    wording: "Completed within 45 days",
    nameInMessages: "Assessments completed within 45 days",
    kind: "percent",
    page: PAGES.assessments,
    cohort: assessmentsAuthorised,
    test: doneWithin("start", "authorised"),
    listed: "not in the numerator",
    toDo: "assessment",
    notYetDone: assessmentsNotAuthorised,
    headline: null,
    rule: (settings) =>
      `Assessments authorised in the month: those authorised within ${workingDaysInWords(settings)} of their start. ` +
      `One without a start, or authorised before it, is not in time. ${teamsInWords(settings)}`,
    defaults: within(45, "working days", startingTarget("higher", 90, 5)),
    chartTitle: "Percentage of C&F assessments completed within 45 working days",
  },
  {
    family: "by team",
    id: "cin-visits-6w",
    wording: "% of CIN visits within last 6 weeks",
    nameInMessages: "CIN visits in time",
    kind: "percent",
    page: PAGES.cin,
    cohort: openCinNotCwd,
    test: lastWithin("lastVisit"),
    listed: "not in the numerator",
    toDo: "CIN visit",
    headline: "cin-not-cwd",
    rule: (settings) =>
      `CIN plans open on the last day of the month whose team is not of the CWD service: those last visited no more ` +
      `than ${timescaleInWords(settings)} before the as-at date. ` +
      `${notYetDueInWords(settings, `${timescaleInWords(settings)} after the start`)} ${teamsInWords(settings)}`,
    defaults: newOnesAre("in time", within(SIX_WEEKS, "days", startingTarget("higher", 95, 5))),
    chartTitle:
      "Percentage of children with an active Child in Need Plan not allocated to CWD for whom a visit has taken place within last 6 weeks",
  },
  {
    family: "by team",
    id: "cin-supervision",
    wording: "% of Supervisions in timescales for children with CIN plans",
    nameInMessages: "CIN supervisions in time",
    kind: "percent",
    page: PAGES.cin,
    cohort: openCinNotCwd,
    test: lastWithin("lastSupervision"),
    listed: "not in the numerator",
    toDo: "CIN supervision",
    headline: "cin-not-cwd",
    rule: (settings) =>
      `CIN plans open on the last day of the month whose team is not of the CWD service: those with a supervision no ` +
      `more than ${timescaleInWords(settings)} before the as-at date. ` +
      `${notYetDueInWords(settings, `${timescaleInWords(settings)} after the start`)} ${teamsInWords(settings)}`,
    defaults: newOnesAre("in time", within(SIX_WEEKS, "days", startingTarget("higher", 90, 10))),
    chartTitle: null,
  },
  {
    family: "by team",
    id: "cp-repeat",
    wording: "% of repeat CPP",
    nameInMessages: "Repeat CP plans",
    kind: "percent",
    page: PAGES.icpc,
    cohort: cpPlans,
    test: oneOrMore("previousPlans"),
    listed: "in the numerator",
    headline: "cp",
    rule: (settings) =>
      `CP plans open on the last day of the month: those of children with one or more previous plans (blank counts ` +
      `as none). ${teamsInWords(settings)}`,
    defaults: startingTarget("lower", 20, 5),
    chartTitle: null,
  },
  {
    family: "by team",
    id: "icpc-15wd",
    wording: "% ICPCs held in 15 working days of strat",
    nameInMessages: "ICPCs held in time",
    kind: "percent",
    page: PAGES.icpc,
    cohort: icpcsHeld,
    test: doneWithin("strategy", "icpc"),
    listed: "not in the numerator",
    toDo: "ICPC",
    headline: null,
    rule: (settings) =>
      `Initial child protection conferences held in the month, one for each child and date: those held within ` +
      `${workingDaysInWords(settings)} of the latest strategy discussion on or before them. One without such a ` +
      `discussion is not in time. ${teamsInWords(settings)}`,
    defaults: within(15, "working days", startingTarget("higher", 80, 10, "all")),
    chartTitle:
      "Percentage of children for whom ICPC was held in the month within 15 working days of the Strategy discussions",
  },
  {
    family: "by team",
    id: "cp-visits-10wd",
    wording: "% of CP visits in 10 days",
    nameInMessages: "CP visits in time",
    kind: "percent",
    page: PAGES.cpVisits,
    cohort: cpPlans,
    test: lastWithin("lastVisit"),
    listed: "not in the numerator",
    toDo: "CP visit",
    headline: "cp",
    rule: (settings) =>
      `CP plans open on the last day of the month: those last visited no more than ${timescaleInWords(settings)} ` +
      `before the as-at date. ` +
      `${notYetDueInWords(settings, `${timescaleInWords(settings)} after the start`)} ${teamsInWords(settings)}`,
    defaults: newOnesAre("in time", within(10, "working days", startingTarget("higher", 95, 5))),
    chartTitle:
      "Percentage of children subject to Child Protection Plan for whom a visit has taken place within last 10 working days",
  },
  {
    family: "by team",
    id: "cp-core-groups",
    wording: "Core group",
    nameInMessages: "CP core groups in time",
    kind: "percent",
    page: PAGES.cpCoreGroups,
    cohort: cpPlans,
    test: lastWithinFirstIn10("lastCoreGroup"),
    listed: "not in the numerator",
    toDo: "CP core group",
    headline: "cp",
    rule: (settings) =>
      `CP plans open on the last day of the month: those whose last core group was no more than ` +
      `${timescaleInWords(settings)} before the as-at date. ${notYetDueInWords(settings, AFTER_TEN)} ${teamsInWords(settings)}`,
    defaults: newOnesAre("in time", within(SIX_WEEKS, "days", startingTarget("higher", 90, 10))),
    chartTitle:
      "Percentage of children subject to Child Protection Plan for whom the Core Group Meeting is in time",
  },
  {
    family: "by team",
    id: "cp-supervision",
    wording: "Supervision (CP)",
    nameInMessages: "CP supervisions in time",
    kind: "percent",
    page: PAGES.cpCoreGroups,
    cohort: cpPlans,
    test: lastWithin("lastSupervision"),
    listed: "not in the numerator",
    toDo: "CP supervision",
    headline: "cp",
    rule: (settings) =>
      `CP plans open on the last day of the month: those with a supervision no more than ` +
      `${timescaleInWords(settings)} before the as-at date. ` +
      `${notYetDueInWords(settings, `${timescaleInWords(settings)} after the start`)} ${teamsInWords(settings)}`,
    defaults: newOnesAre("in time", within(SIX_WEEKS, "days", startingTarget("higher", 90, 10))),
    chartTitle: "Percentage of CPP who had their supervision and was within the timescale",
  },
  {
    family: "by team",
    id: "cla-visits",
    wording: "Visits in time",
    nameInMessages: "Visits in time to children in our care",
    kind: "percent",
    page: PAGES.claVisits,
    cohort: claEpisodes,
    test: lastWithinOwnFrequency("lastVisit", "visitFrequency"),
    listed: "not in the numerator",
    toDo: "visit to a child in our care",
    headline: "cla",
    rule: (settings) =>
      `Children looked after on the last day of the month: those last visited no longer before the as-at date than ` +
      `their own visit frequency in days or calendar months, or ${timescaleInWords(settings)} where none is recorded. ` +
      `${notYetDueInWords(settings, "that long after the start")} ${teamsInWords(settings)}`,
    defaults: newOnesAre("in time", within(SIX_WEEKS, "days", startingTarget("higher", 95, 5))),
    chartTitle:
      "Percentage of CLA for whom a visit has taken place within agreed timescales (as at latest CLA review)",
  },
  {
    family: "by team",
    id: "cla-care-planning",
    wording: "Care Planning up to date",
    nameInMessages: "Care plans up to date of children in our care",
    kind: "percent",
    page: PAGES.claVisits,
    cohort: claEpisodes,
    test: lastWithinFirstIn10("carePlan"),
    listed: "not in the numerator",
    toDo: "care plan",
    headline: "cla",
    rule: (settings) =>
      `Children looked after on the last day of the month: those whose care plan is dated no more than ` +
      `${timescaleInWords(settings)} before the as-at date. ${notYetDueInWords(settings, AFTER_TEN)} ${teamsInWords(settings)}`,
    defaults: newOnesAre("excluded", within(183, "days", startingTarget("higher", 95, 5))),
    chartTitle: null,
  },
  {
    family: "by team",
    id: "cla-supervision",
    wording: "Supervision (CLA)",
    nameInMessages: "Supervisions in time of children in our care",
    kind: "percent",
    page: PAGES.claSupervision,
    cohort: claEpisodes,
    test: lastWithin("lastSupervision"),
    listed: "not in the numerator",
    toDo: "supervision of a child in our care",
    headline: "cla",
    rule: (settings) =>
      `Children looked after on the last day of the month: those with a supervision no more than ` +
      `${timescaleInWords(settings)} before the as-at date. ` +
      `${notYetDueInWords(settings, `${timescaleInWords(settings)} after the start`)} ${teamsInWords(settings)}`,
    defaults: newOnesAre("in time", within(SIX_WEEKS, "days", startingTarget("higher", 90, 10))),
    chartTitle: "Percentage of CLA who had their supervision and was within the timescale",
  },
] as const satisfies readonly TeamTableEntry<string, string>[];

export type TeamTableEntries = typeof teamTables;
export const TEAM_TABLES: readonly TeamTableEntry[] = teamTables;
