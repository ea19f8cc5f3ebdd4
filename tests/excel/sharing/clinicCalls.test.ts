import { callsClinic } from "../../../src/excel/sharing/clinicCalls";

test.each([
  "=CLINIC.PCT(1,2)",
  "=clinic.pct(1,2)",
  "=ROUND(100*CLINIC.PCT(B2,C2),1)",
  '=IF(A1="","",Clinic.Value(A1))',
  "=@CLINIC.VALUE(A1)",
  "=-CLINIC.PCT(1,2)",
  "='CLINIC.notes'!A1+CLINIC.PCT(1,2)",
  '="CLINIC.PCT(1,2)"&CLINIC.TREND(1,2)',
  "=SUM(Table1[[#This Row],[CLINIC.PCT(1)]],CLINIC.PCT(1,2))",
  "=_xldudf_CLINIC_PCT(1,2)",
  "='it''s'!A1&CLINIC.TEAMNAME(A1)",
])("%s calls a function of the namespace", (formula) => {
  expect(callsClinic(formula)).toBe(true);
});

test.each([
  "CLINIC.PCT(1,2)",
  "=CLINIC.notes!A1",
  "='CLINIC.PCT(1,2)'!A1",
  '="CLINIC.PCT(1,2)"',
  '="say ""CLINIC.PCT(1)"" here"',
  "=Clinic_history[Value]",
  "=SUM(Table1[CLINIC.PCT(1)])",
  "=Table1['[CLINIC.PCT(1)']]",
  "=MYCLINIC.PCT(1,2)",
  "=OTHER.CLINIC.PCT(1,2)",
  "=CLINIC.total",
  "=SUM(A1:A2)",
  "",
])("%s does not", (formula) => {
  expect(callsClinic(formula)).toBe(false);
});
