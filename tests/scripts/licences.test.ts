import { notPermissive, withoutChecksum } from "../../scripts/licences";

describe("what ships", () => {
  it("may be under any permissive licence, or under a choice of which one is", () => {
    const shipped = ["MIT", "(ISC OR GPL-3.0)", "Apache-2.0 AND MIT"].map((licence) => ({
      name: licence,
      licence,
    }));
    expect(notPermissive(shipped)).toEqual([]);
  });

  it("may not be under copyleft, nor under no licence", () => {
    const shipped = ["GPL-3.0", "MIT AND LGPL-2.1", "none stated"].map((licence) => ({
      name: licence,
      licence,
    }));
    expect(notPermissive(shipped)).toEqual(shipped);
  });
});

describe("the lock file", () => {
  it("is found out where a package has no checksum", () => {
    const lock = JSON.stringify({
      packages: {
        "": {},
        "node_modules/a": { integrity: "sha512-x" },
        "node_modules/b": { version: "1.0.0" },
      },
    });
    expect(withoutChecksum(lock)).toEqual(["node_modules/b"]);
  });
});
