import { default as default_e659093f6dd843591d52c063bd1bfcdf } from '../../../cms/admin/workflow/WorkflowPanel'
import { default as default_69cbf9145f92e937d4473e9647d01c1f } from '../../../cms/admin/list/StateCell'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { PasteFeatureClient as PasteFeatureClient_2917c14031050e16de538434c10b9ab9 } from '../../../cms/admin/editor/paste/PasteFeature'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { StrikethroughFeatureClient as StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SubscriptFeatureClient as SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SuperscriptFeatureClient as SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineCodeFeatureClient as InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { IndentFeatureClient as IndentFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HorizontalRuleFeatureClient as HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { TableFeatureClient as TableFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { TableSettingsFeatureClient as TableSettingsFeatureClient_c092f1ee895f9a994e29c56f96a91525 } from '../../../cms/admin/editor/tables/TableSettings'
import { UploadFeatureClient as UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlocksFeatureClient as BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { default as default_dfd074e559f623bcab974d70c7fc5419 } from '../../../cms/admin/editor/readAlso/ReadAlsoBlock'
import { default as default_c83f6fed8e50ee7d9142b01ae810ce5e } from '../../../cms/admin/editor/faqSection/FaqSectionBlock'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { PathField as PathField_cabba9febdf513ba607ca7366c7dfd9a } from '../../../cms/admin/ui/PathField'
import { default as default_7b7bd5bbb1e395679df821262eab92d1 } from '../../../cms/admin/workflow/StepButtons'
import { default as default_a1b672c06ab16d444c3ce8e0c73b6bcf } from '../../../cms/admin/ui/NoButton'
import { default as default_70e1b86233761953f29f09312edd0751 } from '../../../cms/admin/conflicts/SaveButton'
import { default as default_72499a0cdac22c55793a26dff472b77e } from '../../../cms/admin/workflow/Status'
import { default as default_9691371ab46c03e003c6b3ad6397aa2f } from '../../../cms/admin/history/HistoryView'
import { GiveToAnother as GiveToAnother_39e346b738300e1636ef9752ad962826 } from '../../../cms/admin/naming/GiveToAnother'
import { ImportRedirects as ImportRedirects_17c8821236f96baf8db41e841bcadc30 } from '../../../cms/admin/redirects/ImportRedirects'
import { CurrentPassword as CurrentPassword_60d246e01d8f12beffac283ee9f008c1 } from '../../../cms/admin/account/CurrentPassword'
import { default as default_db297f7543e330caff9d1cdfa01a8154 } from '../../../cms/admin/notices/Bell'
import { default as default_ac5e73e07aaecf4a73df6823b5fd3dfb } from '../../../cms/admin/dashboard/Dashboard'
import { default as default_0d7cf50cdfefb785bd47af736268a22c } from '../../../cms/admin/account/FirstUser'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/cms/admin/workflow/WorkflowPanel#default": default_e659093f6dd843591d52c063bd1bfcdf,
  "/cms/admin/list/StateCell#default": default_69cbf9145f92e937d4473e9647d01c1f,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "/cms/admin/editor/paste/PasteFeature#PasteFeatureClient": PasteFeatureClient_2917c14031050e16de538434c10b9ab9,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#StrikethroughFeatureClient": StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SubscriptFeatureClient": SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SuperscriptFeatureClient": SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineCodeFeatureClient": InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#IndentFeatureClient": IndentFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlockquoteFeatureClient": BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HorizontalRuleFeatureClient": HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#TableFeatureClient": TableFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/cms/admin/editor/tables/TableSettings#TableSettingsFeatureClient": TableSettingsFeatureClient_c092f1ee895f9a994e29c56f96a91525,
  "@payloadcms/richtext-lexical/client#UploadFeatureClient": UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlocksFeatureClient": BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/cms/admin/editor/readAlso/ReadAlsoBlock#default": default_dfd074e559f623bcab974d70c7fc5419,
  "/cms/admin/editor/faqSection/FaqSectionBlock#default": default_c83f6fed8e50ee7d9142b01ae810ce5e,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/cms/admin/ui/PathField#PathField": PathField_cabba9febdf513ba607ca7366c7dfd9a,
  "/cms/admin/workflow/StepButtons#default": default_7b7bd5bbb1e395679df821262eab92d1,
  "/cms/admin/ui/NoButton#default": default_a1b672c06ab16d444c3ce8e0c73b6bcf,
  "/cms/admin/conflicts/SaveButton#default": default_70e1b86233761953f29f09312edd0751,
  "/cms/admin/workflow/Status#default": default_72499a0cdac22c55793a26dff472b77e,
  "/cms/admin/history/HistoryView#default": default_9691371ab46c03e003c6b3ad6397aa2f,
  "/cms/admin/naming/GiveToAnother#GiveToAnother": GiveToAnother_39e346b738300e1636ef9752ad962826,
  "/cms/admin/redirects/ImportRedirects#ImportRedirects": ImportRedirects_17c8821236f96baf8db41e841bcadc30,
  "/cms/admin/account/CurrentPassword#CurrentPassword": CurrentPassword_60d246e01d8f12beffac283ee9f008c1,
  "/cms/admin/notices/Bell#default": default_db297f7543e330caff9d1cdfa01a8154,
  "/cms/admin/dashboard/Dashboard#default": default_ac5e73e07aaecf4a73df6823b5fd3dfb,
  "/cms/admin/account/FirstUser#default": default_0d7cf50cdfefb785bd47af736268a22c,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
