/**
 * A rival of another kind: the same figures by arquero's verbs (filter, derive, groupby, rollup) over its columns.
 */
import * as aq from "arquero";
import { norm, HOLIDAYS, serial } from "./handWrittenLoop.mjs";

const { op, escape, table } = aq;
/** July 2023, as the sample has it. */
const F = 45108,
  E = 45138,
  A = E,
  B18 = serial(2022, 1, 31);

function tab(X, sheet, cols) {
  // cols: name -> heading
  const R = X[sheet],
    top = R.findIndex((r) => r.some((v) => norm(v) === "childuniqueid")),
    h = R[top].map(norm),
    n = R.length - top - 1,
    o = {};
  for (const [k, name] of Object.entries(cols)) {
    const j = h.indexOf(name),
      a = new Array(n);
    for (let i = 0; i < n; i++) {
      const v = R[top + 1 + i][j];
      a[i] = v === "" ? null : v;
    }
    o[k] = a;
  }
  return table(o);
}
export function figures(X) {
  const D0 = 32874,
    wi = [],
    wp = [],
    hol = new Set(HOLIDAYS);
  let k = 0;
  for (let d = D0; d < E + 800; d++) {
    if (d % 7 > 1 && !hol.has(d)) wp[++k] = d;
    wi.push(k);
  }
  const W = (d) => wi[d - D0],
    WD = (d, n) => wp[W(d) + n];
  const byName = new Map();
  for (const r of X.ClinicTeams.slice(1)) {
    const t = { full: r[0], short: r[2], svc: r[3], loc: r[4], clinic: r[5] === "Yes" };
    for (const n of [r[0], r[2], ...r[1].split(";")]) if (n) byName.set(norm(n), t);
  }
  const memo = new Map(),
    T = (v) => {
      let t = memo.get(v);
      if (!t) {
        t =
          v === null
            ? { full: "Team not recorded", short: "Team not recorded", clinic: true }
            : (byName.get(norm(v)) ?? { full: v, short: v, clinic: true });
        memo.set(v, t);
      }
      return t;
    };
  const inM = (d) => d !== null && d >= F && d <= E,
    isOpen = (d) => d.s !== null && d.s <= E && (d.e === null || d.e > E);
  const team = {
    tm: escape((d) => T(d.team).full),
    clinic: escape((d) => T(d.team).clinic),
    svc: escape((d) => T(d.team).svc),
  };
  const cnt = (t, f) => t.filter(escape(f)).numRows();
  const kids = (t) => t.rollup({ n: op.distinct("id") }).get("n", 0);
  const con = tab(X, "Contacts", { d: "dateofcontact" }),
    ref = tab(X, "Referrals", { d: "dateofreferral" }),
    sd = tab(X, "Strategy Discussions", { d: "dateofstrategydiscussion" });
  const eh = tab(X, "Early Help", {
    id: "childuniqueid",
    rf: "earlyhelpreferraldate",
    as: "assessmentstartdate",
    s: "earlyhelpstartdate",
    e: "earlyhelpenddate",
  });
  const s47 = tab(X, "Section 47", {
    st: "strategydiscussiondate",
    d: "section47completeddate",
    o: "section47outcome",
    ic: "dateoficpc",
    team: "allocatedteam",
  });
  const ass = tab(X, "Assessments", {
    id: "childuniqueid",
    s: "assessmentstartdate",
    d: "assessmentauthoriseddate",
    team: "allocatedteam",
  }).derive({ ...team, due: escape((d) => (d.s === null ? null : WD(d.s, 20))) });
  const cin = tab(X, "CIN Plans", {
    id: "childuniqueid",
    s: "cinplanstartdate",
    e: "cinplanenddate",
    v: "lastcinvisitdate",
    u: "lastsupervisiondate",
    team: "allocatedteam",
  })
    .filter(escape(isOpen))
    .derive(team);
  const cp = tab(X, "CP Plans", {
    id: "childuniqueid",
    s: "cpplanstartdate",
    e: "cpplanenddate",
    p: "numberofpreviouscpplans",
    v: "lastcpvisitdate",
    g: "lastcoregroupdate",
    u: "lastsupervisiondate",
    team: "allocatedteam",
  })
    .filter(escape(isOpen))
    .derive(team);
  const cla = tab(X, "CLA", {
    id: "childuniqueid",
    s: "datestartedtobelookedafter",
    e: "dateceased",
    v: "lastvisitdate",
    f: "visitfrequencydays",
    p: "careplandate",
    u: "lastsupervisiondate",
    team: "allocatedteam",
  })
    .filter(escape(isOpen))
    .derive(team);
  const cl = tab(X, "Care Leavers", { id: "childuniqueid", s: "startdate", e: "enddate" }).filter(
    escape(isOpen),
  );
  const cinx = cin.filter(escape((d) => d.svc !== "CWD")),
    cwd = cin.filter(escape((d) => d.svc === "CWD"));
  const oass = ass.filter(escape((d) => d.s !== null && d.s <= E && (d.d === null || d.d > E)));
  const last = (c, n, due, nd = 1) =>
    escape((d) => {
      const v = d[c];
      return v !== null ? +(v <= A && A - v <= n(d)) : A <= due(d) ? nd : 0;
    });
  const n42 = () => 42,
    d42 = (d) => d.s + 42,
    d10 = (d) => WD(d.s, 10);
  const tables = {};
  const put = (id, t, ok, all = false) => {
    if (!all) t = t.filter(escape((d) => d.clinic));
    const g = t
        .derive({ ok })
        .filter(escape((d) => d.ok !== null))
        .groupby("tm")
        .rollup({ den: op.count(), num: op.sum("ok") })
        .orderby(escape((d) => d.tm.toLowerCase())),
      rows = [];
    let D = 0,
      M = 0;
    for (const r of g.objects()) {
      rows.push([r.tm, r.den, r.num]);
      D += r.den;
      M += r.num;
    }
    tables[id] = { rows, total: [D, M] };
  };
  put(
    "assessments-20wd",
    ass.filter(escape((d) => inM(d.due))),
    escape((d) => +(d.d !== null && d.d <= d.due)),
  );
  put(
    "assessments-45wd",
    ass.filter(escape((d) => inM(d.d))),
    escape((d) => +(d.s !== null && W(d.d) - W(d.s) <= 45)),
  );
  put("cin-visits-6w", cinx, last("v", n42, d42));
  put("cin-supervision", cinx, last("u", n42, d42));
  put(
    "cp-repeat",
    cp,
    escape((d) => +(d.p >= 1)),
  );
  put(
    "icpc-15wd",
    s47.filter(escape((d) => inM(d.ic))).derive(team),
    escape((d) => +(d.st !== null && d.st <= d.ic && W(d.ic) - W(d.st) <= 15)),
    true,
  );
  put(
    "cp-visits-10wd",
    cp,
    escape((d) => (d.v !== null ? +(d.v <= A && W(A) - W(d.v) <= 10) : +(A <= d10(d)))),
  );
  put("cp-core-groups", cp, last("g", n42, d10));
  put("cp-supervision", cp, last("u", n42, d42));
  put(
    "cla-visits",
    cla,
    last(
      "v",
      (d) => d.f || 42,
      (d) => d.s + (d.f || 42),
    ),
  );
  put(
    "cla-care-planning",
    cla,
    last("p", () => 183, d10, null),
  );
  put("cla-supervision", cla, last("u", n42, d42));
  const al = tab(X, "Allocations", {
    w: "workerid",
    q: "qualifyingstatus",
    team: "allocatedteam",
    id: "childuniqueid",
  }).derive({ tm: team.tm });
  const ws = al
    .groupby("w", "q", "tm")
    .rollup({ n: op.distinct("id") })
    .derive({
      short: escape((d) => T(d.tm).short),
      low: escape((d) => T(d.tm).short.toLowerCase()),
      svc: escape((d) => T(d.tm).svc),
      loc: escape((d) => T(d.tm).loc),
    });
  const list = (t) => {
    const a = t.array("n"),
      b = t.array("q"),
      c = t.array("short");
    return Array.from(a, (n, i) => [n, b[i], c[i]]);
  };
  const by = (f) => list(ws.filter(escape(f)).orderby("low", aq.desc("n")).reify());
  const done = s47.filter(escape((d) => inM(d.d))),
    h = X.History.find((r) => r[0] === "Number of Section 47 enquiries completed");
  const nd = done.numRows(),
    ncp = kids(cp),
    ncla = kids(cla),
    idt = (t) => t.select("id");
  return {
    tables,
    demand: {
      contacts: cnt(con, (d) => inM(d.d)),
      "eh-referrals": cnt(eh, (d) => inM(d.rf)),
      "eh-assessments-started": cnt(eh, (d) => inM(d.as)),
      referrals: cnt(ref, (d) => inM(d.d)),
      "strategy-discussions": cnt(sd, (d) => inM(d.d)),
      "s47-completed": nd,
      "s47-rolling-rate": ((h.slice(2).reduce((a, b) => a + b, 0) + nd) / 48750) * 10000,
      "assessments-completed": cnt(ass, (d) => inM(d.d)),
      "open-children": kids(idt(oass).concat(idt(cin), idt(cp), idt(cla), idt(cl))),
      "eh-open": kids(eh.filter(escape(isOpen))),
      "cin-not-cwd": kids(cinx),
      "cin-cwd": kids(cwd),
      cp: ncp,
      "cp-rate": (ncp / 49300) * 10000,
      cla: ncla,
      "cla-rate": (ncla / 49300) * 10000,
    },
    series: {
      "cp-18-months": kids(cp.filter(escape((d) => d.s <= B18))),
      "s47-to-icpc": (100 * cnt(done, (d) => norm(d.o).includes("icpc"))) / nd,
    },
    caseloads: {
      "caseloads-20-plus": list(
        ws
          .filter(escape((d) => d.n >= 20))
          .orderby(aq.desc("n"))
          .reify(),
      ),
      "caseloads-bit": by((d) => d.svc === "BIT"),
      "caseloads-swf-central": by((d) => d.svc === "SWF" && d.loc === "Central"),
      "caseloads-swf-east": by((d) => d.svc === "SWF" && d.loc === "East"),
      "caseloads-swf-west": by((d) => d.svc === "SWF" && d.loc === "West"),
    },
  };
}
