-- Birthdays, balances brought along and sliding costs: records written before know nothing of them.
UPDATE "member" SET "record" = '{"birthday": null, "birthdayPaidAt": null, "keptLevel": null}'::jsonb || "record";
UPDATE "lot" SET "record" = '{"endsAt": null}'::jsonb || "record";
UPDATE "redemption" SET "record" = jsonb_set(
  '{"units": null}'::jsonb || "record",
  '{parts}',
  coalesce(
    (SELECT jsonb_agg(jsonb_set(part, '{origin}', '{"endsAt": null}'::jsonb || (part -> 'origin')))
     FROM jsonb_array_elements("record" -> 'parts') AS part),
    '[]'::jsonb
  )
);
