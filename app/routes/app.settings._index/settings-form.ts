import type { SavedForm } from "../../components/use-saved-form.ts";
import type { SettingsView } from "../../use-cases/settings/show-settings.ts";

export type SettingsForm = SavedForm<{ defaultRole: string; tillRedeems: string } & SettingsView["fields"]>;
