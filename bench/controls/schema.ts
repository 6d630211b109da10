/**
 * The least that may call itself a ledger: an idempotency row, two postings and two balances, in one function.
 * No rules, no lots, no chain, no reasons: the ceiling of what this database can do.
 */
export const CONTROL_SCHEMA = `
CREATE TABLE accrual_key (key text PRIMARY KEY);
CREATE TABLE account (id bigint PRIMARY KEY, balance bigint NOT NULL DEFAULT 0);
CREATE TABLE entry (id bigserial PRIMARY KEY, key text NOT NULL, account bigint NOT NULL, points bigint NOT NULL);
CREATE TABLE inbox (id text PRIMARY KEY, shop text NOT NULL, topic text NOT NULL, body jsonb NOT NULL,
  received_at timestamptz NOT NULL DEFAULT now());

CREATE FUNCTION accrue(the_key text, member bigint, issuance bigint, given bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO accrual_key (key) VALUES (the_key);
  INSERT INTO entry (key, account, points) VALUES (the_key, member, given), (the_key, issuance, -given);
  UPDATE account SET balance = balance + given WHERE id = member;
  UPDATE account SET balance = balance - given WHERE id = issuance;
END $$;

CREATE FUNCTION hold(the_key text, member bigint, cost bigint) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  UPDATE account SET balance = balance - cost WHERE id = member AND balance >= cost;
  IF NOT FOUND THEN RETURN false; END IF;
  INSERT INTO accrual_key (key) VALUES (the_key);
  INSERT INTO entry (key, account, points) VALUES (the_key, member, -cost), (the_key, 0, cost);
  RETURN true;
END $$;

CREATE FUNCTION accrue_many(keys text[], members bigint[], issuance bigint, given bigint[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO accrual_key (key) SELECT unnest(keys);
  INSERT INTO entry (key, account, points)
    SELECT r.key, side.account, side.points FROM unnest(keys, members, given) AS r(key, member, points),
      LATERAL (VALUES (r.member, r.points), (issuance, -r.points)) AS side(account, points);
  UPDATE account a SET balance = a.balance + r.points
    FROM (SELECT member, sum(points) AS points FROM unnest(members, given) AS m(member, points) GROUP BY member) AS r
    WHERE a.id = r.member;
  UPDATE account SET balance = balance - (SELECT sum(points) FROM unnest(given) AS g(points)) WHERE id = issuance;
$$;`;
