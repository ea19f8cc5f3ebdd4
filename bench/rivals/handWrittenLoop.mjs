/**
 * The rival: this month's figures and no others, in one hand-written loop a list straight off the cells. It knows
 * the sample's headings and rules by heart, checks nothing, and raises no issue: as fast as it can sensibly be done.
 */
const HOL = `2018-01-01 2018-03-30 2018-04-02 2018-05-07 2018-05-28 2018-08-27 2018-12-25 2018-12-26
2019-01-01 2019-04-19 2019-04-22 2019-05-06 2019-05-27 2019-08-26 2019-12-25 2019-12-26
2020-01-01 2020-04-10 2020-04-13 2020-05-08 2020-05-25 2020-08-31 2020-12-25 2020-12-28
2021-01-01 2021-04-02 2021-04-05 2021-05-03 2021-05-31 2021-08-30 2021-12-27 2021-12-28
2022-01-03 2022-04-15 2022-04-18 2022-05-02 2022-06-02 2022-06-03 2022-08-29 2022-09-19 2022-12-26 2022-12-27
2023-01-02 2023-04-07 2023-04-10 2023-05-01 2023-05-08 2023-05-29 2023-08-28 2023-12-25 2023-12-26
2024-01-01 2024-03-29 2024-04-01 2024-05-06 2024-05-27 2024-08-26 2024-12-25 2024-12-26`
  .split(/\s+/)
  .map((s) => Date.parse(s) / 864e5 + 25569);
export const HOLIDAYS = HOL;
export const norm = (s) =>
  String(s)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "");
export const serial = (y, m, d) => Date.UTC(y, m - 1, d) / 864e5 + 25569;
const slow = (v) => {
  // text date: ISO or dd/mm/yyyy, else not a date
  if (typeof v !== "string") return 0;
  let m = /^\s*(\d{4})-(\d\d)-(\d\d)/.exec(v);
  if (m) return serial(+m[1], +m[2], +m[3]);
  m = /^\s*(\d\d?)[/.-](\d\d?)[/.-](\d{4})/.exec(v);
  return m ? serial(+m[3], +m[2], +m[1]) : 0;
};
const day = (v) => (typeof v === "number" ? v | 0 : v === "" ? 0 : slow(v));

function header(rows, ...want) {
  // want: arrays of normalised names; returns [first data row, col, col, …] (-1: no such column)
  for (let i = 0; i < rows.length && i < 50; i++) {
    const n = rows[i].map(norm),
      c = want.map((a) => n.findIndex((x) => a.includes(x)));
    if (c[0] >= 0 && c[1] >= 0) return [i + 1, ...c];
  }
  return [rows.length, ...want.map(() => -1)];
}
const C = ["childuniqueid"],
  TEAM = ["allocatedteam"],
  SUP = ["lastsupervisiondate"];

// working-day index: wi[d - D0] = working days up to and with d; wp[k] = the k-th working day
const D0 = serial(1990, 1, 1);
function calendar(E, closures) {
  const ND = E + 800 - D0,
    wi = new Int32Array(ND),
    wp = new Int32Array(ND),
    off = new Uint8Array(ND);
  for (const d of HOL) off[d - D0] = 1;
  for (const r of closures) {
    const d = day(r[0]);
    if (d >= D0) off[d - D0] = 1;
  }
  let k = 0;
  for (let i = 0, w = D0 % 7; i < ND; i++) {
    if (w > 1 && off[i] === 0) wp[++k] = D0 + i;
    wi[i] = k;
    if (++w === 7) w = 0;
  } // serial % 7: 0 Sat, 1 Sun
  return { wi, wp, ND, k };
}
const wdx = (c, d) => {
  const i = d - D0;
  return i < 0 ? 0 : i < c.ND ? c.wi[i] : c.k;
};
const workday = (c, d, n) => c.wp[wdx(c, d) + n] || 1e9;
const put = (a, t, clinic, ok) => {
  if (a.all || clinic) {
    a.den[t]++;
    if (ok) a.num[t]++;
  }
};
const last = (a, t, clinic, A, ld, n, due) => {
  // calendar-day timescale
  if (!a.all && !clinic) return;
  if (ld) {
    a.den[t]++;
    if (ld <= A && A - ld <= n) a.num[t]++;
  } else if (A <= due) {
    if (!a.excl) {
      a.den[t]++;
      a.num[t]++;
    }
  } else a.den[t]++;
};
function countIn(rows, names, F, E) {
  const [i0, , c] = header(rows, C, names);
  let n = 0;
  for (let i = i0; i < rows.length; i++) {
    const v = rows[i][c],
      d = typeof v === "number" ? v | 0 : day(v);
    if (d >= F && d <= E) n++;
  }
  return n;
}

export function figures(X) {
  // settings
  const opt = Object.fromEntries(X.ClinicOptions),
    tg = {};
  const th = X.ClinicTargets[0],
    hTs = th.indexOf("Timescale"),
    hNd = th.indexOf("Not yet due"),
    hTm = th.indexOf("Teams"),
    hPop = th.indexOf("Population");
  for (const r of X.ClinicTargets) tg[r[0]] = r;
  const ts = (id, d) => (tg[id] && tg[id][hTs]) || d;
  const pop = (id) => (tg[id] && tg[id][hPop]) || opt["Population aged 0 to 17"];
  const y = +opt["Reporting month"].slice(0, 4),
    mo = +opt["Reporting month"].slice(5, 7);
  const F = serial(y, mo, 1),
    E = serial(y, mo + 1, 0),
    A = day(opt["As-at date"]) || E;
  const d0 = new Date((E - 25569) * 864e5),
    back = new Date(Date.UTC(y, mo - 1 - 18, 1)),
    bd = new Date(Date.UTC(y, mo - 18, 0)).getUTCDate();
  const B18 = serial(back.getUTCFullYear(), back.getUTCMonth() + 1, Math.min(d0.getUTCDate(), bd));
  const thr = opt["Caseload highlight at or above"] || 20;
  const okOut = String(opt["S47 outcomes that mean ICPC"] || "ICPC")
    .split(";")
    .map(norm)
    .filter(Boolean);
  const cal = calendar(E, X.ClinicHolidays);
  // teams
  const names = [],
    clinic = [],
    cwd = [],
    svc = [],
    loc = [],
    short = [],
    byName = new Map(),
    cache = new Map();
  const addTeam = (n, s, sv, l, c) => {
    names.push(n);
    short.push(s || n);
    svc.push(sv);
    loc.push(l);
    cwd.push(sv === "CWD");
    clinic.push(c);
    for (const a of agg) {
      a.den.push(0);
      a.num.push(0);
    }
    return names.length - 1;
  };
  const agg = [];
  for (let i = 1; i < X.ClinicTeams.length; i++) {
    const r = X.ClinicTeams[i];
    if (!r[0]) continue;
    const t = addTeam(r[0], r[2], r[3], r[4], String(r[5]).toLowerCase() === "yes");
    for (const n of [r[0], r[2], ...r[1].split(";")]) if (n && n.trim()) byName.set(norm(n), t);
  }
  const team = (v) => {
    let t = cache.get(v);
    if (t !== undefined) return t;
    const s = String(v).trim(),
      n = s === "" ? "" : norm(s);
    t = byName.get(n);
    if (t === undefined) {
      t = addTeam(s === "" ? "Team not recorded" : s, "", "", "", true);
      byName.set(n, t);
    }
    cache.set(v, t);
    return t;
  };
  const tab = (id) => {
    const n = names.length,
      a = {
        id,
        all: String((tg[id] && tg[id][hTm]) || "clinic").toLowerCase() === "all",
        excl: /^excl/i.test((tg[id] && tg[id][hNd]) || ""),
        den: new Array(n).fill(0),
        num: new Array(n).fill(0),
      };
    agg.push(a);
    return a;
  };
  const tA20 = tab("assessments-20wd"),
    tA45 = tab("assessments-45wd"),
    tCinV = tab("cin-visits-6w"),
    tCinS = tab("cin-supervision"),
    tRep = tab("cp-repeat"),
    tIcpc = tab("icpc-15wd"),
    tCpV = tab("cp-visits-10wd"),
    tCore = tab("cp-core-groups"),
    tCpS = tab("cp-supervision"),
    tClaV = tab("cla-visits"),
    tPlan = tab("cla-care-planning"),
    tClaS = tab("cla-supervision");
  // distinct children: one map for all lists, a bit a measure
  const seen = new Map();
  let nOpen = 0,
    nEh = 0,
    nCinX = 0,
    nCwd = 0,
    nCp = 0,
    nCla = 0,
    n18 = 0;
  const EH = 1,
    CINX = 2,
    CWDB = 4,
    CP = 8,
    CLA = 16,
    C18 = 32,
    ANY = 64;
  const contacts = countIn(X.Contacts, ["dateofcontact"], F, E),
    referrals = countIn(X.Referrals, ["dateofreferral"], F, E),
    strats = countIn(X["Strategy Discussions"], ["dateofstrategydiscussion"], F, E);
  let ehRef = 0,
    ehAss = 0;
  {
    const R = X["Early Help"],
      [i0, c, cs, cr, ca, ce] = header(
        R,
        C,
        ["earlyhelpstartdate"],
        ["earlyhelpreferraldate"],
        ["assessmentstartdate"],
        ["earlyhelpenddate"],
      );
    for (let i = i0; i < R.length; i++) {
      const r = R[i],
        rf = day(r[cr]),
        as = day(r[ca]),
        st = day(r[cs]);
      if (rf >= F && rf <= E) ehRef++;
      if (as >= F && as <= E) ehAss++;
      if (st && st <= E) {
        const en = day(r[ce]);
        if (!en || en > E) {
          const m = seen.get(r[c]) | 0;
          if (!(m & EH)) {
            nEh++;
            seen.set(r[c], m | EH);
          }
        }
      }
    }
  }
  let s47 = 0,
    sIcpc = 0;
  {
    const R = X["Section 47"],
      [i0, , cd, cs, co, ci, ct] = header(
        R,
        C,
        ["section47completeddate"],
        ["strategydiscussiondate", "strategydiscussioninitiatingsection47enquirystartdate"],
        ["section47outcome"],
        ["dateoficpc", "dateofinitialchildprotectionconference"],
        TEAM,
      );
    const lim = ts("icpc-15wd", 15),
      oc = new Map();
    for (let i = i0; i < R.length; i++) {
      const r = R[i],
        d = day(r[cd]),
        p = day(r[ci]);
      if (d >= F && d <= E) {
        s47++;
        let o = oc.get(r[co]);
        if (o === undefined) {
          const n = norm(r[co]);
          oc.set(r[co], (o = okOut.some((x) => n.includes(x))));
        }
        if (o) sIcpc++;
      }
      if (p >= F && p <= E) {
        const s = day(r[cs]);
        {
          const t = team(r[ct]);
          put(tIcpc, t, clinic[t], s && s <= p && wdx(cal, p) - wdx(cal, s) <= lim);
        }
      }
    }
  }
  let assDone = 0;
  {
    const R = X.Assessments,
      [i0, c, cs, cd, ct] = header(
        R,
        C,
        ["assessmentstartdate", "continuousassessmentstartdate"],
        ["assessmentauthoriseddate", "continuousassessmentdateofauthorisation", "completeddate"],
        TEAM,
      );
    const n20 = ts("assessments-20wd", 20),
      n45 = ts("assessments-45wd", 45);
    for (let i = i0; i < R.length; i++) {
      const r = R[i],
        s = day(r[cs]),
        d = day(r[cd]),
        t = team(r[ct]);
      if (s) {
        const due = workday(cal, s, n20);
        if (due >= F && due <= E) put(tA20, t, clinic[t], d && d <= due);
        if (s <= E && (!d || d > E)) {
          const m = seen.get(r[c]) | 0;
          if (!(m & ANY)) {
            nOpen++;
            seen.set(r[c], m | ANY);
          }
        }
      }
      if (d >= F && d <= E) {
        assDone++;
        put(tA45, t, clinic[t], s && wdx(cal, d) - wdx(cal, s) <= n45);
      }
    }
  }
  {
    const R = X["CIN Plans"],
      [i0, c, cs, ce, cv, cu, ct] = header(
        R,
        C,
        ["cinplanstartdate"],
        ["cinplanenddate"],
        ["lastcinvisitdate"],
        SUP,
        TEAM,
      );
    const nv = ts("cin-visits-6w", 42),
      ns = ts("cin-supervision", 42);
    for (let i = i0; i < R.length; i++) {
      const r = R[i],
        s = day(r[cs]);
      if (!s || s > E) continue;
      const e = day(r[ce]);
      if (e && e <= E) continue;
      const t = team(r[ct]),
        m = seen.get(r[c]) | 0;
      let x = m | ANY;
      if (!(m & ANY)) nOpen++;
      if (cwd[t]) {
        if (!(m & CWDB)) {
          nCwd++;
          x |= CWDB;
        }
      } else {
        if (!(m & CINX)) {
          nCinX++;
          x |= CINX;
        }
        last(tCinV, t, clinic[t], A, day(r[cv]), nv, s + nv);
        last(tCinS, t, clinic[t], A, day(r[cu]), ns, s + ns);
      }
      if (x !== m) seen.set(r[c], x);
    }
  }
  {
    const R = X["CP Plans"],
      [i0, c, cs, ce, cp, cv, cc, cu, ct] = header(
        R,
        C,
        ["cpplanstartdate"],
        ["cpplanenddate"],
        ["numberofpreviouscpplans"],
        ["lastcpvisitdate"],
        ["lastcoregroupdate"],
        SUP,
        TEAM,
      );
    const nv = ts("cp-visits-10wd", 10),
      nc = ts("cp-core-groups", 42),
      ns = ts("cp-supervision", 42),
      wA = wdx(cal, A);
    for (let i = i0; i < R.length; i++) {
      const r = R[i],
        s = day(r[cs]);
      if (!s || s > E) continue;
      const e = day(r[ce]);
      if (e && e <= E) continue;
      const t = team(r[ct]),
        m = seen.get(r[c]) | 0;
      let x = m | ANY | CP;
      if (!(m & ANY)) nOpen++;
      if (!(m & CP)) nCp++;
      if (s <= B18 && !(m & C18)) {
        n18++;
        x |= C18;
      }
      if (x !== m) seen.set(r[c], x);
      put(tRep, t, clinic[t], r[cp] >= 1);
      const v = day(r[cv]);
      if (v) put(tCpV, t, clinic[t], v <= A && wA - wdx(cal, v) <= nv);
      else last(tCpV, t, clinic[t], A, 0, 0, workday(cal, s, nv));
      const g = day(r[cc]);
      last(tCore, t, clinic[t], A, g, nc, g ? 0 : workday(cal, s, 10));
      last(tCpS, t, clinic[t], A, day(r[cu]), ns, s + ns);
    }
  }
  {
    const R = X.CLA,
      [i0, c, cs, ce, cv, cf, cp, cu, ct] = header(
        R,
        C,
        ["datestartedtobelookedafter"],
        ["dateceased"],
        ["lastvisitdate"],
        ["visitfrequencydays"],
        ["careplandate"],
        SUP,
        TEAM,
      );
    const nv = ts("cla-visits", 42),
      np = ts("cla-care-planning", 183),
      ns = ts("cla-supervision", 42);
    for (let i = i0; i < R.length; i++) {
      const r = R[i],
        s = day(r[cs]);
      if (!s || s > E) continue;
      const e = day(r[ce]);
      if (e && e <= E) continue;
      const t = team(r[ct]),
        m = seen.get(r[c]) | 0;
      if (!(m & ANY)) nOpen++;
      if (!(m & CLA)) nCla++;
      const x = m | ANY | CLA;
      if (x !== m) seen.set(r[c], x);
      const f = r[cf] > 0 ? r[cf] | 0 : nv;
      last(tClaV, t, clinic[t], A, day(r[cv]), f, s + f);
      const p = day(r[cp]);
      last(tPlan, t, clinic[t], A, p, np, p ? 0 : workday(cal, s, 10));
      last(tClaS, t, clinic[t], A, day(r[cu]), ns, s + ns);
    }
  }
  {
    const R = X["Care Leavers"],
      [i0, c, cs, ce] = header(R, C, ["startdate"], ["enddate"]);
    for (let i = i0; i < R.length; i++) {
      const r = R[i],
        s = day(r[cs]);
      if (!s || s > E) continue;
      const e = day(r[ce]);
      if (e && e <= E) continue;
      const m = seen.get(r[c]) | 0;
      if (!(m & ANY)) {
        nOpen++;
        seen.set(r[c], m | ANY);
      }
    }
  }
  // caseloads: workers by (worker, status, team); distinct children of each
  const wCount = [],
    wStat = [],
    wTeam = [],
    wNext = [],
    byW = new Map(),
    owner = new Map(),
    more = new Set();
  {
    const R = X.Allocations,
      [i0, cw, cs, ct, cc, cn] = header(R, ["workerid"], ["qualifyingstatus"], TEAM, C, ["noofallocations"]);
    let lastW,
      li = -1;
    for (let i = i0; i < R.length; i++) {
      const r = R[i],
        w = r[cw],
        s = r[cs],
        t = team(r[ct]);
      let j;
      if (w === lastW && wStat[li] === s && wTeam[li] === t) j = li;
      else {
        j = byW.get(w);
        let p = -1;
        while (j !== undefined && j >= 0 && (wStat[j] !== s || wTeam[j] !== t)) {
          p = j;
          j = wNext[j];
        }
        if (j === undefined || j < 0) {
          j = wCount.length;
          wCount.push(0);
          wStat.push(s);
          wTeam.push(t);
          wNext.push(-1);
          if (p < 0) byW.set(w, j);
          else wNext[p] = j;
        }
        lastW = w;
        li = j;
      }
      if (cn >= 0 && r[cn] !== "") wCount[j] += r[cn] | 0;
      else {
        const ch = cc < 0 ? "" : r[cc];
        if (ch === "") wCount[j]++;
        else {
          const o = owner.get(ch);
          if (o === undefined) {
            owner.set(ch, j);
            wCount[j]++;
          } else if (o !== j) {
            const key = j + "|" + ch;
            if (!more.has(key)) {
              more.add(key);
              wCount[j]++;
            }
          }
        }
      }
    }
  }
  const idx = wCount.map((_, i) => i),
    row = (i) => [wCount[i], wStat[i], short[wTeam[i]]];
  const low = short.map((s) => s.toLowerCase()),
    rank = new Array(low.length);
  [...low.keys()]
    .sort((a, b) => (low[a] < low[b] ? -1 : low[a] > low[b] ? 1 : 0))
    .forEach((t, i, o) => {
      rank[t] = i && low[o[i - 1]] === low[t] ? rank[o[i - 1]] : i;
    });
  const byTeam = (f) =>
    idx
      .filter((i) => f(wTeam[i]))
      .sort((a, b) => rank[wTeam[a]] - rank[wTeam[b]] || wCount[b] - wCount[a])
      .map(row);
  const caseloads = {
    "caseloads-20-plus": idx
      .filter((i) => wCount[i] >= thr)
      .sort((a, b) => wCount[b] - wCount[a])
      .map(row),
    "caseloads-bit": byTeam((t) => svc[t] === "BIT"),
    "caseloads-swf-central": byTeam((t) => svc[t] === "SWF" && loc[t] === "Central"),
    "caseloads-swf-east": byTeam((t) => svc[t] === "SWF" && loc[t] === "East"),
    "caseloads-swf-west": byTeam((t) => svc[t] === "SWF" && loc[t] === "West"),
  };
  // rolling rate: 11 months of history + this one
  let roll = s47;
  {
    const H = X.History,
      hr = H.find((r) => norm(r[0]) === "numberofsection47enquiriescompleted"),
      lo = serial(y, mo - 11, 1);
    for (let j = 1; j < H[0].length; j++) {
      const d = day(H[0][j]);
      if (d >= lo && d < F) roll += hr[j];
    }
  }
  const lowN = names.map((s) => s.toLowerCase()),
    ord = [...names.keys()].sort((a, b) => (lowN[a] < lowN[b] ? -1 : lowN[a] > lowN[b] ? 1 : 0)),
    tables = {};
  for (const a of agg) {
    const rows = [];
    let d = 0,
      n = 0;
    for (const t of ord)
      if (a.den[t]) {
        rows.push([names[t], a.den[t], a.num[t]]);
        d += a.den[t];
        n += a.num[t];
      }
    tables[a.id] = { rows, total: [d, n] };
  }
  return {
    demand: {
      contacts,
      "eh-referrals": ehRef,
      "eh-assessments-started": ehAss,
      referrals,
      "strategy-discussions": strats,
      "s47-completed": s47,
      "s47-rolling-rate": (roll / pop("s47-rolling-rate")) * 10000,
      "assessments-completed": assDone,
      "open-children": nOpen,
      "eh-open": nEh,
      "cin-not-cwd": nCinX,
      "cin-cwd": nCwd,
      cp: nCp,
      "cp-rate": (nCp * 10000) / pop("cp-rate"),
      cla: nCla,
      "cla-rate": (nCla * 10000) / pop("cla-rate"),
    },
    tables,
    caseloads,
    series: { "cp-18-months": n18, "s47-to-icpc": s47 ? (100 * sIcpc) / s47 : null },
  };
}
