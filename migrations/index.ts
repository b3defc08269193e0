import * as migration_20261122_160000_initial from './20261122_160000_initial'
import * as migration_20261122_160001_constraints from './20261122_160001_constraints'
import * as migration_20261122_170000_workflow from './20261122_170000_workflow'
import * as migration_20261122_170001_workflow_record from './20261122_170001_workflow_record'
import * as migration_20261122_172800_authors_of_versions from './20261122_172800_authors_of_versions'
import * as migration_20261122_183945_desks_and_pages from './20261122_183945_desks_and_pages'
import * as migration_20261122_185000_site_revision from './20261122_185000_site_revision'
import * as migration_20261122_190100_presence from './20261122_190100_presence'
import * as migration_20261122_190300_notices from './20261122_190300_notices'
import * as migration_20261122_190500_doors from './20261122_190500_doors'
import * as migration_20261122_190700_stored_pages from './20261122_190700_stored_pages'
import * as migration_20261122_190800_lists_of_articles from './20261122_190800_lists_of_articles'
import * as migration_20261122_190900_addresses_of_pages from './20261122_190900_addresses_of_pages'
import * as migration_20261122_191000_index_now from './20261122_191000_index_now'
import * as migration_20261122_191100_search from './20261122_191100_search'
import * as migration_20261122_214839_accounts_and_locks from './20261122_214839_accounts_and_locks'
import * as migration_20261122_220400_long_lists from './20261122_220400_long_lists'
import * as migration_20261122_223600_search_as_meant from './20261122_223600_search_as_meant'
import * as migration_20261123_011500_search_folded from './20261123_011500_search_folded'
import * as migration_20261123_014600_workflow_by_index from './20261123_014600_workflow_by_index'
import * as migration_20261123_021500_questions_alike from './20261123_021500_questions_alike'
import * as migration_20261123_081900_search_alike_bounded from './20261123_081900_search_alike_bounded'
import * as migration_20261130_144820_sources_of_imports from './20261130_144820_sources_of_imports'
import * as migration_20261130_150000_installation from './20261130_150000_installation'
import * as migration_20261130_150000_search_any_sign from './20261130_150000_search_any_sign'
import * as migration_20261130_150500_former_accounts from './20261130_150500_former_accounts'
import * as migration_20261130_151500_index_now_answers from './20261130_151500_index_now_answers'
import * as migration_20261130_151544_addresses_that_follow from './20261130_151544_addresses_that_follow'
import * as migration_20261130_154341_share_image from './20261130_154341_share_image'
import * as migration_20261130_154703_audit_events from './20261130_154703_audit_events'
import * as migration_20261130_154704_audit_record from './20261130_154704_audit_record'
import * as migration_20261130_155000_addresses_in_any_script from './20261130_155000_addresses_in_any_script'
import * as migration_20261130_161413_discard_and_blank from './20261130_161413_discard_and_blank'
import * as migration_20261201_024500_search_blocks from './20261201_024500_search_blocks'
import * as migration_20261201_030000_live_views from './20261201_030000_live_views'

export const migrations = [
  {
    up: migration_20261122_160000_initial.up,
    down: migration_20261122_160000_initial.down,
    name: '20261122_160000_initial',
  },
  {
    up: migration_20261122_160001_constraints.up,
    down: migration_20261122_160001_constraints.down,
    name: '20261122_160001_constraints',
  },
  {
    up: migration_20261122_170000_workflow.up,
    down: migration_20261122_170000_workflow.down,
    name: '20261122_170000_workflow',
  },
  {
    up: migration_20261122_170001_workflow_record.up,
    down: migration_20261122_170001_workflow_record.down,
    name: '20261122_170001_workflow_record',
  },
  {
    up: migration_20261122_172800_authors_of_versions.up,
    down: migration_20261122_172800_authors_of_versions.down,
    name: '20261122_172800_authors_of_versions',
  },
  {
    up: migration_20261122_183945_desks_and_pages.up,
    down: migration_20261122_183945_desks_and_pages.down,
    name: '20261122_183945_desks_and_pages',
  },
  {
    up: migration_20261122_185000_site_revision.up,
    down: migration_20261122_185000_site_revision.down,
    name: '20261122_185000_site_revision',
  },
  {
    up: migration_20261122_190100_presence.up,
    down: migration_20261122_190100_presence.down,
    name: '20261122_190100_presence',
  },
  {
    up: migration_20261122_190300_notices.up,
    down: migration_20261122_190300_notices.down,
    name: '20261122_190300_notices',
  },
  {
    up: migration_20261122_190500_doors.up,
    down: migration_20261122_190500_doors.down,
    name: '20261122_190500_doors',
  },
  {
    up: migration_20261122_190700_stored_pages.up,
    down: migration_20261122_190700_stored_pages.down,
    name: '20261122_190700_stored_pages',
  },
  {
    up: migration_20261122_190800_lists_of_articles.up,
    down: migration_20261122_190800_lists_of_articles.down,
    name: '20261122_190800_lists_of_articles',
  },
  {
    up: migration_20261122_190900_addresses_of_pages.up,
    down: migration_20261122_190900_addresses_of_pages.down,
    name: '20261122_190900_addresses_of_pages',
  },
  {
    up: migration_20261122_191000_index_now.up,
    down: migration_20261122_191000_index_now.down,
    name: '20261122_191000_index_now',
  },
  {
    up: migration_20261122_191100_search.up,
    down: migration_20261122_191100_search.down,
    name: '20261122_191100_search',
  },
  {
    up: migration_20261122_214839_accounts_and_locks.up,
    down: migration_20261122_214839_accounts_and_locks.down,
    name: '20261122_214839_accounts_and_locks',
  },
  {
    up: migration_20261122_220400_long_lists.up,
    down: migration_20261122_220400_long_lists.down,
    name: '20261122_220400_long_lists',
  },
  {
    up: migration_20261122_223600_search_as_meant.up,
    down: migration_20261122_223600_search_as_meant.down,
    name: '20261122_223600_search_as_meant',
  },
  {
    up: migration_20261123_011500_search_folded.up,
    down: migration_20261123_011500_search_folded.down,
    name: '20261123_011500_search_folded',
  },
  {
    up: migration_20261123_014600_workflow_by_index.up,
    down: migration_20261123_014600_workflow_by_index.down,
    name: '20261123_014600_workflow_by_index',
  },
  {
    up: migration_20261123_021500_questions_alike.up,
    down: migration_20261123_021500_questions_alike.down,
    name: '20261123_021500_questions_alike',
  },
  {
    up: migration_20261123_081900_search_alike_bounded.up,
    down: migration_20261123_081900_search_alike_bounded.down,
    name: '20261123_081900_search_alike_bounded',
  },
  {
    up: migration_20261130_144820_sources_of_imports.up,
    down: migration_20261130_144820_sources_of_imports.down,
    name: '20261130_144820_sources_of_imports',
  },
  {
    up: migration_20261130_150000_installation.up,
    down: migration_20261130_150000_installation.down,
    name: '20261130_150000_installation',
  },
  {
    up: migration_20261130_150000_search_any_sign.up,
    down: migration_20261130_150000_search_any_sign.down,
    name: '20261130_150000_search_any_sign',
  },
  {
    up: migration_20261130_150500_former_accounts.up,
    down: migration_20261130_150500_former_accounts.down,
    name: '20261130_150500_former_accounts',
  },
  {
    up: migration_20261130_151500_index_now_answers.up,
    down: migration_20261130_151500_index_now_answers.down,
    name: '20261130_151500_index_now_answers',
  },
  {
    up: migration_20261130_151544_addresses_that_follow.up,
    down: migration_20261130_151544_addresses_that_follow.down,
    name: '20261130_151544_addresses_that_follow',
  },
  {
    up: migration_20261130_154341_share_image.up,
    down: migration_20261130_154341_share_image.down,
    name: '20261130_154341_share_image',
  },
  {
    up: migration_20261130_154703_audit_events.up,
    down: migration_20261130_154703_audit_events.down,
    name: '20261130_154703_audit_events',
  },
  {
    up: migration_20261130_154704_audit_record.up,
    down: migration_20261130_154704_audit_record.down,
    name: '20261130_154704_audit_record',
  },
  {
    up: migration_20261130_155000_addresses_in_any_script.up,
    down: migration_20261130_155000_addresses_in_any_script.down,
    name: '20261130_155000_addresses_in_any_script',
  },
  {
    up: migration_20261130_161413_discard_and_blank.up,
    down: migration_20261130_161413_discard_and_blank.down,
    name: '20261130_161413_discard_and_blank',
  },
  {
    up: migration_20261201_024500_search_blocks.up,
    down: migration_20261201_024500_search_blocks.down,
    name: '20261201_024500_search_blocks',
  },
  {
    up: migration_20261201_030000_live_views.up,
    down: migration_20261201_030000_live_views.down,
    name: '20261201_030000_live_views',
  },
]
