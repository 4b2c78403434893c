/* tslint:disable */
/* eslint-disable */

/**
 * The steps of a chain that can be claimed now, by what the chain itself says.
 *
 * `chain`: a daily, offer or reward chain as the API sent it.
 * `options.balance`: the points that count for a reward chain; its own `value_point.amount` where nothing is said.
 * Throws `invalid_argument`.
 */
export function claimableSteps(chain: DailyChain): DailyStep[];
export function claimableSteps(chain: OfferChain): OfferStep[];
export function claimableSteps(chain: RewardChain, options?: { balance?: number | null }): RewardStep[];


/**
 * A Pay Station token: a secret of this player.
 */
export type PayStationToken = string;

/**
 * A Unix time. The API sends seconds in some places and milliseconds in others: from 10^11 on it is milliseconds.
 */
export type UnixTime = number;

/**
 * A cart.
 */
export interface Cart {
    /**
     * What is in it.
     */
    items: StoreItem[];
    /**
     * The cart's id.
     */
    cart_id?: string | null;
    /**
     * What all of it costs; null while it is empty, or something in it has no price in its currency.
     */
    price?: Price | null;
    /**
     * Whether it costs nothing.
     */
    is_free?: boolean | null;
    /**
     * The promotions that apply to the whole cart.
     */
    promotions?: Promotion[] | null;
    /**
     * What the promo code gave, when one was just put on the cart.
     */
    rewards?: CodeRewards | null;
    /**
     * What could not be put into the cart.
     */
    warnings?: CartWarning[] | null;
}

/**
 * A chain's id: a positive whole number.
 */
export type ChainId = number;

/**
 * A clan member and the points they gave.
 */
export interface Contributor {
    /**
     * The member's display name.
     */
    name?: string | null;
    /**
     * The points they gave.
     */
    contributed_amount?: Points | null;
}

/**
 * A code and what it gives.
 */
export interface VerifiedCode {
    /**
     * Whether it is redeemed by itself or put on a cart.
     */
    type: CodeType;
    /**
     * The code, as the API knows it.
     */
    code?: PromotionCode | null;
    /**
     * What it gives.
     */
    rewards?: CodeRewards | null;
}

/**
 * A coupon or promo code.
 */
export type PromotionCode = string;

/**
 * A daily chain with this player's progress.
 */
export interface DailyChain {
    /**
     * The chain's id.
     */
    id: ChainId;
    /**
     * Its steps, one a day.
     */
    steps: DailyStep[];
    /**
     * Its display name.
     */
    name?: string | null;
    /**
     * A short text.
     */
    description?: string | null;
    /**
     * Its place among the chains.
     */
    order?: number | null;
    /**
     * Its start.
     */
    date_start?: DateTime | null;
    /**
     * Its end; null when it has none.
     */
    date_end?: DateTime | null;
    /**
     * How its days are counted.
     */
    type?: DailyChainType | null;
}

/**
 * A group of the catalog, with those below it.
 */
export interface CatalogGroup {
    /**
     * The group's id, chosen by the merchant: `catalog.itemsOfGroup` asks for it.
     */
    external_id: string;
    /**
     * Its display name.
     */
    name?: LocalizedText | null;
    /**
     * A short text.
     */
    description?: LocalizedText | null;
    /**
     * Its picture.
     */
    image_url?: string | null;
    /**
     * Its place among its siblings.
     */
    order?: number | null;
    /**
     * How deep it stands, from 0.
     */
    level?: number | null;
    /**
     * The groups below it.
     */
    children?: CatalogGroup[] | null;
    /**
     * The group above it.
     */
    parent_external_id?: string | null;
}

/**
 * A group of the catalog.
 */
export interface ItemGroup {
    /**
     * The group's id, chosen by the merchant.
     */
    external_id?: string | null;
    /**
     * Its display name.
     */
    name?: LocalizedText | null;
}

/**
 * A kind of value points and how many there are.
 */
export interface ValuePoint {
    /**
     * The value point's SKU.
     */
    sku?: Sku | null;
    /**
     * Its display name.
     */
    name?: string | null;
    /**
     * Its picture.
     */
    image_url?: string | null;
    /**
     * A short text.
     */
    description?: string | null;
    /**
     * A long text.
     */
    long_description?: string | null;
    /**
     * How many the player, or the clan, has.
     */
    amount?: Points | null;
    /**
     * Whether they belong to a clan.
     */
    is_clan?: boolean | null;
}

/**
 * A limit and what is left of it.
 */
export interface Limit {
    /**
     * The maximum.
     */
    total?: number | null;
    /**
     * What is left.
     */
    available?: number | null;
    /**
     * When it starts over.
     */
    recurrent_schedule?: RecurrentSchedule | null;
}

/**
 * A percentage as a decimal string, such as `"10.00"`.
 */
export type Percent = string;

/**
 * A picture or a film of an item.
 */
export interface Media {
    /**
     * `image` or `video`.
     */
    type?: string | null;
    /**
     * Where it is.
     */
    url?: string | null;
}

/**
 * A price in a virtual currency.
 */
export interface VirtualPrice {
    /**
     * The virtual currency's SKU.
     */
    sku?: Sku | null;
    /**
     * The virtual currency's internal id.
     */
    item_id?: number | null;
    /**
     * The amount after discounts.
     */
    amount?: number | null;
    /**
     * The amount before discounts.
     */
    amount_without_discount?: number | null;
    /**
     * Whether it is the price to show first.
     */
    is_default?: boolean | null;
    /**
     * The virtual currency's picture.
     */
    image_url?: string | null;
    /**
     * The virtual currency's display name.
     */
    name?: string | null;
    /**
     * What the currency is as an item.
     */
    type?: ItemType | null;
    /**
     * A short text.
     */
    description?: string | null;
}

/**
 * A price in money.
 */
export interface Price {
    /**
     * The amount after discounts.
     */
    amount?: DecimalAmount | null;
    /**
     * The amount before discounts.
     */
    amount_without_discount?: DecimalAmount | null;
    /**
     * The currency.
     */
    currency?: Currency | null;
}

/**
 * A promotion that changes an item or a cart.
 */
export interface Promotion {
    /**
     * Its display name.
     */
    name?: LocalizedText | null;
    /**
     * Its start.
     */
    date_start?: DateTime | null;
    /**
     * Its end; null when it has none.
     */
    date_end?: DateTime | null;
    /**
     * What it takes off.
     */
    discount?: PromotionDiscount | null;
    /**
     * What it adds.
     */
    bonus?: PromotionBonus[] | null;
    /**
     * How often it can still be used.
     */
    limits?: ItemLimits | null;
}

/**
 * A reward chain with this player's, or their clan's, progress.
 */
export interface RewardChain {
    /**
     * The chain's id.
     */
    reward_chain_id: ChainId;
    /**
     * Its steps.
     */
    steps: RewardStep[];
    /**
     * Its display name.
     */
    name?: string | null;
    /**
     * A short text.
     */
    description?: string | null;
    /**
     * A long text.
     */
    long_description?: string | null;
    /**
     * Its picture.
     */
    image_url?: string | null;
    /**
     * Its place among the chains.
     */
    order?: number | null;
    /**
     * Its start.
     */
    date_start?: DateTime | null;
    /**
     * Its end; null when it has none.
     */
    date_end?: DateTime | null;
    /**
     * What kind of clan it is for, such as `guild`; null for a personal chain.
     */
    clan_type?: string | null;
    /**
     * Who gave most points to the clan.
     */
    top_contributors?: Contributor[] | null;
    /**
     * The points that count, and how many there are.
     */
    value_point?: ValuePoint | null;
    /**
     * When progress starts over; null when never.
     */
    recurrent_schedule?: RecurrentSchedule | null;
    /**
     * Title of the clan's explanation, by language.
     */
    popup_header?: LocalizedText | null;
    /**
     * Text of the clan's explanation, by language.
     */
    popup_instruction?: LocalizedText | null;
    /**
     * Picture of the clan's explanation.
     */
    popup_image_url?: string | null;
}

/**
 * A step of a daily chain.
 */
export interface DailyStep {
    /**
     * Its number, from 1: what `claim` asks for.
     */
    step_number: StepNumber;
    /**
     * Where it stands for this player.
     */
    status: DailyStepStatus;
    /**
     * When it opens: `claimableAt` reads it.
     */
    unlocked_date?: UnixTime | null;
    /**
     * What it gives.
     */
    items?: ChainItem[] | null;
}

/**
 * A step of a reward chain.
 */
export interface RewardStep {
    /**
     * Its id: what `claim` asks for.
     */
    step_id: StepId;
    /**
     * Its display name.
     */
    name?: string | null;
    /**
     * Whether its reward was given.
     */
    is_claimed?: boolean | null;
    /**
     * Its picture.
     */
    image_url?: string | null;
    /**
     * The points it takes.
     */
    price?: RewardStepPrice | null;
    /**
     * What it gives.
     */
    reward?: RewardItem[] | null;
}

/**
 * A step of an offer chain.
 */
export interface OfferStep {
    /**
     * Its number, from 1: what `claim` and `order` ask for.
     */
    step_number: StepNumber;
    /**
     * Whether it is claimed (true) or bought (false).
     */
    is_free?: boolean | null;
    /**
     * Whether it was claimed or bought.
     */
    is_claimed?: boolean | null;
    /**
     * What it costs; null when it is free.
     */
    step_price?: StepPrice | null;
    /**
     * What it gives.
     */
    items?: ChainItem[] | null;
    /**
     * The value points that come with it.
     */
    step_vp_rewards?: ValuePointReward[] | null;
    /**
     * The loyalty points that come with it.
     */
    step_loyalty_rewards?: LoyaltyReward[] | null;
}

/**
 * A stock keeping unit: an item's own name, 1 to 255 characters.
 */
export type Sku = string;

/**
 * A text: one string, or strings by language. The API sends both for the same field.
 */
export type LocalizedText = string | Record<string, string | null>;

/**
 * A time when an item is sold.
 */
export interface SalesPeriod {
    /**
     * Its start.
     */
    date_from?: DateTime | null;
    /**
     * Its end; null when it has none.
     */
    date_until?: DateTime | null;
}

/**
 * A value of an item's attribute.
 */
export interface ItemAttributeValue {
    /**
     * The value's id, chosen by the merchant.
     */
    external_id?: string | null;
    /**
     * The value.
     */
    value?: LocalizedText | null;
}

/**
 * An ISO 4217 currency code, such as `"USD"`.
 */
export type Currency = string;

/**
 * An ISO 8601 date with offset, such as `"2025-04-01T18:16:00+05:00"`.
 */
export type DateTime = string;

/**
 * An amount of value points.
 */
export type Points = number;

/**
 * An attribute that a shop can filter by.
 */
export interface ItemAttribute {
    /**
     * The attribute's id, chosen by the merchant.
     */
    external_id?: string | null;
    /**
     * Its display name.
     */
    name?: LocalizedText | null;
    /**
     * Its values.
     */
    values?: ItemAttributeValue[] | null;
}

/**
 * An item given as a reward.
 */
export interface RewardItem {
    /**
     * The item's SKU.
     */
    sku: Sku;
    /**
     * Its display name.
     */
    name?: string | null;
    /**
     * What the item is.
     */
    type?: ItemType | null;
    /**
     * A short text.
     */
    description?: string | null;
    /**
     * Its picture.
     */
    image_url?: string | null;
    /**
     * How many are given.
     */
    quantity?: Quantity | null;
    /**
     * What a bundle is.
     */
    bundle_type?: BundleType | null;
}

/**
 * An item inside a step of a daily or offer chain.
 */
export interface ChainItem {
    /**
     * The item's SKU.
     */
    sku: Sku;
    /**
     * The item's internal id.
     */
    item_id?: number | null;
    /**
     * What the item is.
     */
    type?: ItemType | null;
    /**
     * Its display name.
     */
    name?: string | null;
    /**
     * A short text.
     */
    description?: string | null;
    /**
     * Its picture.
     */
    image_url?: string | null;
    /**
     * Whether it costs nothing on its own.
     */
    is_free?: boolean | null;
    /**
     * How many the step gives.
     */
    quantity?: Quantity | null;
    /**
     * Its place among the step's items.
     */
    order?: number | null;
    /**
     * What a bundle is.
     */
    bundle_type?: BundleType | null;
    /**
     * What a bundle holds.
     */
    content?: ChainItem[] | null;
}

/**
 * An item of an order.
 */
export interface OrderItem {
    /**
     * The item's SKU.
     */
    sku?: Sku | null;
    /**
     * How many.
     */
    quantity?: Quantity | null;
    /**
     * Whether it costs nothing.
     */
    is_free?: boolean | null;
    /**
     * What it costs.
     */
    price?: Price | null;
}

/**
 * An item of the catalog or a cart.
 */
export interface StoreItem {
    /**
     * The item's SKU.
     */
    sku: Sku;
    /**
     * The item's internal id.
     */
    item_id?: number | null;
    /**
     * Its display name.
     */
    name?: LocalizedText | null;
    /**
     * What the item is.
     */
    type?: ItemType | null;
    /**
     * A short text.
     */
    description?: LocalizedText | null;
    /**
     * A long text, where `additionalFields` asked for it.
     */
    long_description?: LocalizedText | null;
    /**
     * Its picture.
     */
    image_url?: string | null;
    /**
     * More pictures and films, where `additionalFields` asked for them.
     */
    media_list?: Media[] | null;
    /**
     * Its place in the catalog, where `additionalFields` asked for it.
     */
    order?: number | null;
    /**
     * How many: in a cart, a bundle or a redeemed coupon.
     */
    quantity?: Quantity | null;
    /**
     * The groups it stands in.
     */
    groups?: ItemGroup[] | null;
    /**
     * The attributes it can be found by.
     */
    attributes?: ItemAttribute[] | null;
    /**
     * Whether it costs nothing.
     */
    is_free?: boolean | null;
    /**
     * Whether a promotion added it to the cart.
     */
    is_bonus?: boolean | null;
    /**
     * What it costs; null when it is not sold for money.
     */
    price?: Price | null;
    /**
     * What it costs in virtual currency.
     */
    virtual_prices?: VirtualPrice[] | null;
    /**
     * `consumable`, `non_consumable` or `non_renewing_subscription`.
     */
    virtual_item_type?: string | null;
    /**
     * How it lives in the inventory.
     */
    inventory_options?: InventoryOptions | null;
    /**
     * What a bundle is.
     */
    bundle_type?: BundleType | null;
    /**
     * What a bundle holds.
     */
    content?: StoreItem[] | null;
    /**
     * What a bundle's content costs by itself.
     */
    total_content_price?: Price | null;
    /**
     * What the merchant added, in any form.
     */
    custom_attributes?: FreeForm | null;
    /**
     * Whether this player can buy it now.
     */
    can_be_bought?: boolean | null;
    /**
     * The promotions that apply.
     */
    promotions?: Promotion[] | null;
    /**
     * How many can still be bought.
     */
    limits?: ItemLimits | null;
    /**
     * When it is sold; null when always.
     */
    periods?: SalesPeriod[] | null;
    /**
     * The value points that come with it.
     */
    vp_rewards?: ValuePointReward[] | null;
}

/**
 * An item that a code adds.
 */
export interface BonusReward {
    /**
     * The item.
     */
    item?: BonusItem | null;
    /**
     * How many.
     */
    quantity?: Quantity | null;
}

/**
 * An item that a code makes cheaper.
 */
export interface DiscountedItem {
    /**
     * The item's SKU.
     */
    sku?: Sku | null;
    /**
     * Its display name.
     */
    name?: LocalizedText | null;
    /**
     * What the item is.
     */
    type?: ItemType | null;
    /**
     * A short text.
     */
    description?: string | null;
    /**
     * Its picture.
     */
    image_url?: string | null;
    /**
     * What there is to choose from.
     */
    unit_items?: UnitItem[] | null;
    /**
     * What is taken off.
     */
    discount?: CodeDiscount | null;
}

/**
 * An item that a promotion adds.
 */
export interface PromotionBonus {
    /**
     * The item's SKU.
     */
    sku?: Sku | null;
    /**
     * How many.
     */
    quantity?: Quantity | null;
    /**
     * What the item is.
     */
    type?: ItemType | null;
    /**
     * Its display name.
     */
    name?: LocalizedText | null;
    /**
     * Its picture.
     */
    image_url?: string | null;
    /**
     * What a bundle is.
     */
    bundle_type?: BundleType | null;
}

/**
 * An item that could not be put into the cart.
 */
export interface CartWarning {
    /**
     * The item's SKU.
     */
    sku?: Sku | null;
    /**
     * How many were asked for.
     */
    quantity?: Quantity | null;
    /**
     * The API's number for the reason.
     */
    errorCode?: number | null;
    /**
     * The API's text for the reason.
     */
    errorMessage?: string | null;
}

/**
 * An object in any form.
 */
export type FreeForm = Record<string, unknown>;

/**
 * An offer chain with this player's progress.
 */
export interface OfferChain {
    /**
     * The chain's id.
     */
    id: ChainId;
    /**
     * Its steps, taken one after another.
     */
    steps: OfferStep[];
    /**
     * The step to take next; null when the chain is completed.
     */
    next_step_number?: StepNumber | null;
    /**
     * Its display name.
     */
    name?: string | null;
    /**
     * A short text.
     */
    description?: string | null;
    /**
     * Its place among the chains.
     */
    order?: number | null;
    /**
     * Its start.
     */
    date_start?: DateTime | null;
    /**
     * Its end; null when it has none.
     */
    date_end?: DateTime | null;
    /**
     * When progress starts over; null when never.
     */
    recurrent_schedule?: RecurrentSchedule | null;
}

/**
 * An order and how far it got.
 */
export interface OrderState {
    /**
     * The order's id.
     */
    order_id: OrderId;
    /**
     * How far it got.
     */
    status: OrderStatus;
    /**
     * What was ordered.
     */
    content?: OrderContent | null;
}

/**
 * An order that is done: a free one, or one paid at once in virtual currency.
 */
export interface DoneOrder {
    /**
     * The order's id: `orders.get` asks for it.
     */
    order_id: OrderId;
}

/**
 * An order to be paid in Pay Station.
 */
export interface Order {
    /**
     * The order's id: `orders.get` asks for it.
     */
    order_id: OrderId;
    /**
     * The Pay Station token: a secret of this player, for `payStation.open`.
     */
    token: PayStationToken;
}

/**
 * An order's id.
 */
export type OrderId = number;

/**
 * How an item lives in the inventory.
 */
export interface InventoryOptions {
    /**
     * How often it can be used; null when it is not consumable.
     */
    consumable?: Consumable | null;
    /**
     * How long it lasts; null when it never expires.
     */
    expiration_period?: ExpirationPeriod | null;
}

/**
 * How long an item lasts.
 */
export interface ExpirationPeriod {
    /**
     * `minute`, `hour`, `day`, `week`, `month` or `year`.
     */
    type?: string | null;
    /**
     * How many of them.
     */
    value?: number | null;
}

/**
 * How many of an item can still be bought.
 */
export interface ItemLimits {
    /**
     * By this player.
     */
    per_user?: Limit | null;
    /**
     * By all players.
     */
    per_item?: Limit | null;
}

/**
 * How many of an item.
 */
export type Quantity = number;

/**
 * How often an item can be used.
 */
export interface Consumable {
    /**
     * The number of uses.
     */
    usages_count?: number | null;
}

/**
 * Loyalty points that come with a step.
 */
export interface LoyaltyReward {
    /**
     * The display name.
     */
    name?: string | null;
    /**
     * The loyalty point's SKU.
     */
    sku?: Sku | null;
    /**
     * A short text.
     */
    description?: string | null;
    /**
     * The picture.
     */
    image_url?: string | null;
    /**
     * How many points.
     */
    amount?: Points | null;
}

/**
 * Money as a decimal string, exactly as the API sent it, such as `"6150.0000000000000000"`.
 */
export type DecimalAmount = string;

/**
 * Money as the number that the API sends for an offer step.
 */
export type NumberAmount = number;

/**
 * One choice inside a unit, such as a platform.
 */
export interface UnitItem {
    /**
     * The choice's SKU: the value in `selectedUnitItems`.
     */
    sku: Sku;
    /**
     * What the item is.
     */
    type?: ItemType | null;
    /**
     * Whether it costs nothing.
     */
    is_free?: boolean | null;
    /**
     * Its display name.
     */
    name?: LocalizedText | null;
    /**
     * The platform's display name.
     */
    drm_name?: string | null;
    /**
     * The platform's SKU.
     */
    drm_sku?: string | null;
}

/**
 * One page of a list.
 */
export interface Page<T> {
    /**
     * Whether another page follows.
     */
    has_more: boolean;
    /**
     * The entries.
     */
    items: T[];
    /**
     * How many entries all pages hold.
     */
    total_items_count?: number | null;
}

/**
 * The groups of the catalog.
 */
export interface Groups {
    /**
     * The groups at the top.
     */
    groups: CatalogGroup[];
}

/**
 * The id of a step of a reward chain: not its position.
 */
export type StepId = number;

/**
 * The item of a bonus.
 */
export interface BonusItem {
    /**
     * The item's SKU: the key in `selectedUnitItems`.
     */
    sku: Sku;
    /**
     * Its display name: an object by language in coupon rewards, a string elsewhere.
     */
    name?: LocalizedText | null;
    /**
     * What the item is.
     */
    type?: ItemType | null;
    /**
     * A short text.
     */
    description?: string | null;
    /**
     * Its picture.
     */
    image_url?: string | null;
    /**
     * How it lives in the inventory.
     */
    inventory_options?: InventoryOptions | null;
    /**
     * What a bundle is.
     */
    bundle_type?: BundleType | null;
    /**
     * `consumable`, `non_consumable` or `non_renewing_subscription`.
     */
    virtual_item_type?: string | null;
    /**
     * What there is to choose from.
     */
    unit_items?: UnitItem[] | null;
}

/**
 * The number of a step of a daily or offer chain, from 1.
 */
export type StepNumber = number;

/**
 * The points that a reward step takes. Claiming does not spend them.
 */
export interface RewardStepPrice {
    /**
     * How many points.
     */
    amount?: Points | null;
}

/**
 * Value points that come with a purchase.
 */
export interface ValuePointReward {
    /**
     * The value point's internal id.
     */
    item_id?: number | null;
    /**
     * The value point's SKU.
     */
    sku?: Sku | null;
    /**
     * How many points.
     */
    amount?: Points | null;
    /**
     * Its display name.
     */
    name?: string | null;
    /**
     * Its picture.
     */
    image_url?: string | null;
    /**
     * Whether the points go to the player's clan.
     */
    is_clan?: boolean | null;
}

/**
 * What a code gives.
 */
export interface CodeRewards {
    /**
     * The items it adds.
     */
    bonus?: BonusReward[] | null;
    /**
     * What it takes off the whole cart.
     */
    discount?: CodeDiscount | null;
    /**
     * What it takes off single items.
     */
    discounted_items?: DiscountedItem[] | null;
    /**
     * Whether the player has to choose a unit item before redeeming: `selectedUnitItems`.
     */
    is_selectable?: boolean | null;
}

/**
 * What a code takes off the whole cart.
 */
export interface CodeDiscount {
    /**
     * As a percentage.
     */
    percent?: Percent | null;
}

/**
 * What a promotion takes off.
 */
export interface PromotionDiscount {
    /**
     * As a percentage.
     */
    percent?: Percent | null;
    /**
     * As an amount.
     */
    value?: Percent | null;
}

/**
 * What a redeemed coupon gave.
 */
export interface RedeemedCoupon {
    /**
     * The items that were granted.
     */
    items: StoreItem[];
}

/**
 * What an offer step costs.
 */
export interface StepPrice {
    /**
     * The amount, a number as the API sends it.
     */
    amount: NumberAmount;
    /**
     * The currency.
     */
    currency: Currency;
}

/**
 * What an order costs in a virtual currency.
 */
export interface OrderVirtualPrice {
    /**
     * The amount after discounts, a string in orders.
     */
    amount?: DecimalAmount | null;
    /**
     * The amount before discounts.
     */
    amount_without_discount?: DecimalAmount | null;
    /**
     * The virtual currency's SKU.
     */
    currency?: Sku | null;
}

/**
 * What the old clan had left to claim.
 */
export interface ClanUpdate {
    /**
     * The rewards that were given; often none.
     */
    reward: RewardItem[];
}

/**
 * What was ordered.
 */
export interface OrderContent {
    /**
     * What it costs in money.
     */
    price?: Price | null;
    /**
     * What it costs in a virtual currency.
     */
    virtual_price?: OrderVirtualPrice | null;
    /**
     * Whether it costs nothing.
     */
    is_free?: boolean | null;
    /**
     * The items.
     */
    items?: OrderItem[] | null;
}

/**
 * When something starts over.
 */
export interface RecurrentSchedule {
    /**
     * How often.
     */
    interval_type?: IntervalType | null;
    /**
     * The next reset, in seconds or milliseconds: `nextResetAt` reads both.
     */
    reset_next_date?: UnixTime | null;
}

/** A client of one project, for one player at a time. */
export class LiveOps {
    /**
     * Makes a client. Nothing is sent.
     *
     * Throws `invalid_argument`, naming the option.
     */
    constructor(options: LiveOpsOptions);

    /**
     * The API's time, whatever this device's clock says: right to half a call's duration and half a second once an answer
     * with a `Date` that the browser lets be read has come. The device's own time before, and where browsers hide it.
     *
     * @example
     * msUntil(nextResetAt(chain), { now: liveops.now() });
     */
    now(): Date;

    /** Ends all that is in flight, and all that comes later, with `aborted`. */
    close(): void;

    /**
     * The claims of this player of which nobody could tell whether they were made, those of earlier visits among them. They
     * are confirmed by reading. Only one whose time is over may be sent again, for two minutes, by the page that made it.
     * One that has ended meanwhile is listed until its `settled` was asked for, or the step is claimed anew.
     */
    pending(): Promise<PendingClaim[]>;

    /** Codes of either kind. */
    readonly promotions: Promotions;
    /** Coupons: codes that grant items by themselves. */
    readonly coupons: Coupons;
    /** Promo codes: codes that change a cart. */
    readonly promoCodes: PromoCodes;
    /** Daily chains. */
    readonly dailyChains: DailyChains;
    /** Offer chains. */
    readonly offerChains: OfferChains;
    /** Reward chains. */
    readonly rewardChains: RewardChains;
    /** The player's clan. */
    readonly clans: Clans;
    /** Items to offer beside a purchase. */
    readonly upsell: Upsell;
    /** The catalog. */
    readonly catalog: Catalog;
    /** The player's carts. */
    readonly cart: Carts;
    /** The player's orders. */
    readonly orders: Orders;
    /** Pay Station: where orders are paid. */
    readonly payStation: PayStation;
}


/** Codes of either kind. */
export interface Promotions {
    /**
     * Tells whether a code is a coupon or a promo code, and what it gives. Nothing is redeemed.
     *
     * `code`: 1 to 128 characters, trimmed, case-sensitive.
     * Rejects with `code_not_found`, `limit_reached`, `code_expired` or `region_locked`, among others.
     * API operation: `verify-promotion-code`.
     */
    verify(code: string, options?: CallOptions): Promise<VerifiedCode>;
}


/** Coupons: codes that grant items by themselves. */
export interface Coupons {
    /**
     * Tells what a coupon gives. Nothing is redeemed.
     *
     * `code`: 1 to 128 characters, trimmed, case-sensitive.
     * Rejects with `code_not_found`, `limit_reached` or `region_locked`, among others.
     * API operation: `get-coupon-rewards-by-code`.
     */
    rewards(code: string, options?: CallOptions): Promise<CodeRewards>;

    /**
     * Redeems a coupon and answers with the items it granted. It is sent once and never again:
     * a coupon may be redeemable several times.
     *
     * With `options.singleUse`, which says that this player can redeem it once, a lost answer is made up for as that of a claim
     * is: by reading whether a use is left, and by sending it again where two reads say so.
     *
     * `code`: 1 to 128 characters, trimmed, case-sensitive.
     * `options.selectedUnitItems`: the chosen unit item's SKU by unit SKU, where `is_selectable` asks for it.
     * Rejects with `code_not_found`, `code_expired`, `limit_reached`, `region_locked` or `invalid_request`, among others.
     * API operation: `redeem-coupon`.
     */
    redeem(code: string, options: RedeemSingleUseOptions): Promise<RedeemedSingleUse>;
    redeem(code: string, options?: RedeemCouponOptions): Promise<RedeemedCoupon>;
    redeem(code: string, options: RedeemCouponOptions & { singleUse: boolean }): Promise<RedeemedCoupon | RedeemedSingleUse>;
}


/** Daily chains. */
export interface DailyChains {
    /**
     * Reads one page of the player's daily chains.
     *
     * `options.limit`: how many at most; the API's own default and maximum are 50.
     * `options.offset`: how many to pass over, 0 where nothing is said.
     * API operation: `get-daily-chains-list`.
     */
    list(options?: ListOptions): Promise<Page<DailyChain>>;

    /**
     * Reads all of the player's daily chains, page after page, while they are asked for.
     *
     * `options.limit`: how many a page; `options.offset`: where to start.
     * A page that is empty but says that more follow is a `bad_response`.
     * API operation: `get-daily-chains-list`.
     */
    all(options?: ListOptions): AsyncIterableIterator<DailyChain>;

    /**
     * Reads one daily chain.
     *
     * `chainId`: the chain's `id`.
     * Rejects with `chain_not_found`, among others.
     * API operation: `get-user-daily-chain-by-id`.
     */
    get(chainId: number, options?: CallOptions): Promise<DailyChain>;

    /**
     * Claims the step of today.
     *
     * `options.chainId`: the chain's `id`. `options.stepNumber`: the step's `step_number`.
     * Reads the chain first, sends once, and confirms a lost answer by reading: neither lost nor doubled. With
     * `applied: "unknown"` it goes on in `liveops.pending()`. Takes 30000 milliseconds where no `timeoutMs` is said.
     * Rejects with `step_not_claimable`, `already_claimed` or `chain_not_found`, among others.
     * API operation: `claim-user-daily-chain-step-reward`.
     */
    claim(options: ChainStepOptions): Promise<Claim>;

    /**
     * Watches a daily chain: reads it at once, within a minute after a further step of it opens (each shop at its own moment), and when
     * the page is shown or online again. What is returned ends it, as `options.signal` and `close()` do.
     *
     * Throws `invalid_argument`. `onError` is called with `network` where this package's own `watch.js` could not be loaded: then it has ended.
     */
    watch(options: WatchOptions<DailyChain>): () => void;
}


/** Items to offer beside a purchase. */
export interface Upsell {
    /**
     * Reads the items that the project offers beside a purchase.
     *
     * API operation: `get-upsell-for-project-client`.
     */
    list(options?: CallOptions): Promise<Page<StoreItem>>;
}


/** Offer chains. */
export interface OfferChains {
    /**
     * Reads one page of the player's offer chains.
     *
     * `options.limit`: how many at most; the API's own default and maximum are 30.
     * `options.offset`: how many to pass over, 0 where nothing is said.
     * API operation: `get-offer-chains-list`.
     */
    list(options?: ListOptions): Promise<Page<OfferChain>>;

    /**
     * Reads all of the player's offer chains, page after page, while they are asked for.
     *
     * `options.limit`: how many a page; `options.offset`: where to start.
     * A page that is empty but says that more follow is a `bad_response`.
     * API operation: `get-offer-chains-list`.
     */
    all(options?: ListOptions): AsyncIterableIterator<OfferChain>;

    /**
     * Reads one offer chain.
     *
     * `chainId`: the chain's `id`.
     * Rejects with `chain_not_found`, among others.
     * API operation: `get-user-offer-chain-by-id`.
     */
    get(chainId: number, options?: CallOptions): Promise<OfferChain>;

    /**
     * Claims a free step: the chain's `next_step_number`, where `is_free` is true.
     *
     * `options.chainId`: the chain's `id`. `options.stepNumber`: the step's `step_number`.
     * Reads the chain first, sends once, and confirms a lost answer by reading: neither lost nor doubled. With
     * `applied: "unknown"` it goes on in `liveops.pending()`. Takes 30000 milliseconds where no `timeoutMs` is said.
     * Rejects with `step_not_claimable`, `already_claimed` or `chain_not_found`, among others.
     * API operation: `claim-user-offer-chain-step-reward`.
     */
    claim(options: ChainStepOptions): Promise<OfferClaim>;

    /**
     * Makes the order for a paid step: the chain's `next_step_number`, where `is_free` is false.
     * Hand the promise to `payStation.open` in the click itself. Nothing is charged before the player pays.
     *
     * A further call for the same step gives the same order while it can still be paid, and rejects with `already_claimed` while
     * it is being paid: on this page, or one of this browser that is gone. Where the answer was lost it is made again; the order
     * that nobody got cannot be paid. An order that another page has open in Pay Station and that is not paid yet does not
     * stop a further one: its token is with that page.
     *
     * `options.chainId`: the chain's `id`. `options.stepNumber`: the step's `step_number`.
     * Rejects with `step_not_claimable`, `already_claimed` or `chain_not_found`, among others.
     * API operation: `order-user-offer-chain-step-reward`.
     */
    order(options: ChainStepOptions): Promise<Order>;

    /**
     * Watches an offer chain: reads it at once, within a minute after it starts over (each shop at its own moment), and when
     * the page is shown or online again. What is returned ends it, as `options.signal` and `close()` do.
     *
     * Throws `invalid_argument`. `onError` is called with `network` where this package's own `watch.js` could not be loaded: then it has ended.
     */
    watch(options: WatchOptions<OfferChain>): () => void;
}


/** Pay Station: where orders are paid. */
export interface PayStation {
    /**
     * The address where an order is paid, for a link or a page of its own. It holds the order's token:
     * a secret of this player.
     *
     * `order`: what `orders.createWithCart`, `orders.createWithItem` or `offerChains.order` answered.
     * Throws `invalid_argument`.
     */
    url(order: { token: string }): string;

    /**
     * Opens Pay Station. Call it in the click itself, before anything is awaited, or the browser blocks it:
     * it opens the window, or the frame above the page, at once and leads it to Pay Station when the order is there.
     * If the order is rejected, it closes and the outcome rejects with the same error.
     *
     * `order`: what `orders.createWithCart`, `orders.createWithItem` or `offerChains.order` answered, or its promise.
     * Throws `invalid_argument`.
     */
    open(order: Order | Promise<Order>, options?: OpenOptions): Checkout;

    /**
     * The newest checkout that this shop opened in the last 24 hours, before the page was loaded (again), and whose end
     * it has not seen: after a redirect to Pay Station and back, or a reload while the player pays. Null where there is none.
     */
    returned(): ReturnedCheckout | null;
}


/** Promo codes: codes that change a cart. */
export interface PromoCodes {
    /**
     * Tells what a promo code gives. Nothing is redeemed.
     *
     * `code`: 1 to 128 characters, trimmed, case-sensitive.
     * Rejects with `code_not_found`, `limit_reached` or `region_locked`, among others.
     * API operation: `get-promo-code-rewards-by-code`.
     */
    rewards(code: string, options?: CallOptions): Promise<CodeRewards>;

    /**
     * Puts a promo code on the cart and answers with the cart. It counts as used once the cart is paid.
     *
     * `code`: 1 to 128 characters, trimmed, case-sensitive.
     * `options.cartId`: the cart, `"current"` where nothing is said.
     * `options.selectedUnitItems`: the chosen unit item's SKU by unit SKU, where `is_selectable` asks for it.
     * Rejects with `code_not_found`, `code_expired`, `limit_reached`, `cart_invalid` or `invalid_request`, among others.
     * API operation: `redeem-promo-code`.
     */
    redeem(code: string, options?: RedeemPromoCodeOptions): Promise<Cart>;

    /**
     * Takes the promo code off the cart and answers with the cart as it was before.
     *
     * `options.cartId`: the cart, `"current"` where nothing is said.
     * Rejects with `cart_invalid` or `invalid_request`, among others.
     * API operation: `remove-cart-promo-code`.
     */
    remove(options?: CartOptions): Promise<Cart>;
}


/** Reward chains. */
export interface RewardChains {
    /**
     * Reads one page of the player's reward chains.
     *
     * `options.limit`: how many at most; the API's own default and maximum are 50.
     * `options.offset`: how many to pass over, 0 where nothing is said.
     * API operation: `get-reward-chains-list`.
     */
    list(options?: ListOptions): Promise<Page<RewardChain>>;

    /**
     * Reads all of the player's reward chains, page after page, while they are asked for.
     *
     * `options.limit`: how many a page; `options.offset`: where to start.
     * A page that is empty but says that more follow is a `bad_response`.
     * API operation: `get-reward-chains-list`.
     */
    all(options?: ListOptions): AsyncIterableIterator<RewardChain>;

    /**
     * Reads how many value points count for a chain: the player's, or their clan's.
     *
     * `chainId`: the chain's `reward_chain_id`.
     * Rejects with `chain_not_found`, among others.
     * API operation: `get-user-reward-chain-balance`.
     */
    balance(chainId: number, options?: CallOptions): Promise<ValuePoint>;

    /**
     * Claims a step that the points reach. The points are not spent.
     *
     * `options.chainId`: the chain's `reward_chain_id`. `options.stepId`: the step's `step_id`, not its position.
     * Reads the chain first, sends once, and confirms a lost answer by reading: neither lost nor doubled. With
     * `applied: "unknown"` it goes on in `liveops.pending()`. Takes 30000 milliseconds where no `timeoutMs` is said.
     * Rejects with `not_enough_points`, `already_claimed`, `step_not_found` or `chain_not_found`, among others.
     * API operation: `claim-user-reward-chain-step-reward`.
     */
    claim(options: RewardStepOptions): Promise<Claim>;

    /**
     * Watches a reward chain: reads it at once, within a minute after it starts over (each shop at its own moment), and when
     * the page is shown or online again. What is returned ends it, as `options.signal` and `close()` do.
     *
     * Throws `invalid_argument`. `onError` is called with `network` where this package's own `watch.js` could not be loaded: then it has ended.
     */
    watch(options: WatchOptions<RewardChain>): () => void;
}


/** The catalog. Guests see it too; with a token, `limits` and `promotions` are this player's own. */
export interface Catalog {
    /**
     * Reads one page of the sellable items of every kind.
     *
     * `options.limit`: how many at most; the API's own default and maximum are 50. `options.promoCode` opens hidden
     * items by a unique catalog offer's code, and previews a promo code's prices.
     * API operation: `get-sellable-items`.
     */
    items(options?: CatalogListOptions): Promise<Page<StoreItem>>;

    /**
     * Reads all sellable items of every kind, page after page, while they are asked for.
     *
     * A page that is empty but says that more follow is a `bad_response`.
     * API operation: `get-sellable-items`.
     */
    allItems(options?: CatalogListOptions): AsyncIterableIterator<StoreItem>;

    /**
     * Reads one page of the virtual items.
     *
     * `options.limit`: how many at most; the API's own default and maximum are 50. `options.promoCode` opens hidden
     * items by a unique catalog offer's code, and previews a promo code's prices.
     * API operation: `get-virtual-items`.
     */
    virtualItems(options?: CatalogListOptions): Promise<Page<StoreItem>>;

    /**
     * Reads all virtual items, page after page, while they are asked for.
     *
     * A page that is empty but says that more follow is a `bad_response`.
     * API operation: `get-virtual-items`.
     */
    allVirtualItems(options?: CatalogListOptions): AsyncIterableIterator<StoreItem>;

    /**
     * Reads one page of the bundles.
     *
     * `options.limit`: how many at most; the API's own default and maximum are 50. `options.promoCode` opens hidden
     * items by a unique catalog offer's code, and previews a promo code's prices.
     * API operation: `get-bundle-list`.
     */
    bundles(options?: CatalogListOptions): Promise<Page<StoreItem>>;

    /**
     * Reads all bundles, page after page, while they are asked for.
     *
     * A page that is empty but says that more follow is a `bad_response`.
     * API operation: `get-bundle-list`.
     */
    allBundles(options?: CatalogListOptions): AsyncIterableIterator<StoreItem>;

    /**
     * Reads one page of the virtual currencies.
     *
     * `options.limit`: how many at most; the API's own default and maximum are 50. `options.promoCode` opens hidden
     * items by a unique catalog offer's code, and previews a promo code's prices.
     * API operation: `get-virtual-currency`.
     */
    virtualCurrencies(options?: CatalogListOptions): Promise<Page<StoreItem>>;

    /**
     * Reads all virtual currencies, page after page, while they are asked for.
     *
     * A page that is empty but says that more follow is a `bad_response`.
     * API operation: `get-virtual-currency`.
     */
    allVirtualCurrencies(options?: CatalogListOptions): AsyncIterableIterator<StoreItem>;

    /**
     * Reads one page of the packages of virtual currency.
     *
     * `options.limit`: how many at most; the API's own default and maximum are 50. `options.promoCode` opens hidden
     * items by a unique catalog offer's code, and previews a promo code's prices.
     * API operation: `get-virtual-currency-package`.
     */
    virtualCurrencyPackages(options?: CatalogListOptions): Promise<Page<StoreItem>>;

    /**
     * Reads all packages of virtual currency, page after page, while they are asked for.
     *
     * A page that is empty but says that more follow is a `bad_response`.
     * API operation: `get-virtual-currency-package`.
     */
    allVirtualCurrencyPackages(options?: CatalogListOptions): AsyncIterableIterator<StoreItem>;

    /**
     * Reads one page of the items of a group.
     *
     * `groupId`: the group's `external_id`, 1 to 255 characters.
     * API operation: `get-sellable-items-group`.
     */
    itemsOfGroup(groupId: string, options?: CatalogListOptions): Promise<Page<StoreItem>>;

    /**
     * Reads all items of a group, page after page, while they are asked for.
     *
     * `groupId`: the group's `external_id`, 1 to 255 characters.
     * API operation: `get-sellable-items-group`.
     */
    allItemsOfGroup(groupId: string, options?: CatalogListOptions): AsyncIterableIterator<StoreItem>;

    /**
     * Reads one item.
     *
     * `sku`: the item's `sku`, 1 to 255 characters.
     * Rejects with `item_not_found`, among others.
     * API operation: `get-sellable-item-by-sku`.
     */
    item(sku: string, options?: CatalogOptions): Promise<StoreItem>;

    /**
     * Reads the groups, those below others inside of them.
     *
     * `options.promoCode`: a unique catalog offer's code, for groups of hidden items.
     * API operation: `get-item-groups`.
     */
    groups(options?: GroupsOptions): Promise<Groups>;
}


/** The player's carts: the current one, or another by `options.cartId`. Guests use them too, for game keys. */
export interface Carts {
    /**
     * Reads the cart.
     *
     * `options.currency`: an ISO 4217 code; `options.locale`: a language; the project's own where nothing is said.
     * Rejects with `cart_invalid`, among others.
     * API operations: `get-user-cart`, `get-cart-by-id`.
     */
    get(options?: GetCartOptions): Promise<Cart>;

    /**
     * Puts items into the cart, in place of lines of the same items, and answers with it. What could not
     * be put in stands in its `warnings`.
     *
     * `options.items`: at least one `{ sku, quantity }`; quantities from 1.
     * Rejects with `cart_invalid`, `item_not_found`, `item_unavailable` or `limit_reached`, among others.
     * API operations: `cart-fill`, `cart-fill-by-id`.
     */
    fill(options: FillCartOptions): Promise<Cart>;

    /**
     * Puts an item into the cart, or changes how many of it are in there. Nothing is answered: read the cart for its prices.
     *
     * `sku`: the item's `sku`, 1 to 255 characters. `options.quantity`: how many, from 1.
     * Rejects with `item_not_found`, `item_unavailable` or `limit_reached`, among others.
     * API operations: `put-item`, `put-item-by-cart-id`.
     */
    putItem(sku: string, options: PutItemOptions): Promise<void>;

    /**
     * Takes an item out of the cart.
     *
     * `sku`: the item's `sku`, 1 to 255 characters.
     * Rejects with `item_not_found`, among others.
     * API operations: `delete-item`, `delete-item-by-cart-id`.
     */
    deleteItem(sku: string, options?: CartOptions): Promise<void>;

    /**
     * Takes everything out of the cart.
     *
     * API operations: `cart-clear`, `cart-clear-by-id`.
     */
    clear(options?: CartOptions): Promise<void>;
}


/** The player's clan. */
export interface Clans {
    /**
     * Reads who gave most points to the player's clan: at most ten, none without a clan.
     *
     * `chainId`: the reward chain's `reward_chain_id`.
     * API operation: `get-user-clan-top-contributors`.
     */
    topContributors(chainId: number, options?: CallOptions): Promise<Contributor[]>;

    /**
     * Tells the API that the player's clan may have changed. What the old clan had left to claim is
     * granted, and only this answer lists it: where it was lost and the update sent again, up to three times in the time that
     * the call has, nobody can tell what was granted.
     *
     * API operation: `user-clan-update`.
     */
    update(options?: CallOptions): Promise<UpdatedClan>;
}


/** The player's orders. */
export interface Orders {
    /**
     * Reads how far an order got.
     *
     * `orderId`: the order's `order_id`.
     * Rejects with `order_not_found`, among others.
     * API operation: `get-order`.
     */
    get(orderId: number, options?: CallOptions): Promise<OrderState>;

    /**
     * Follows an order: gives each status once, as it changes. It always ends: with `"done"`, `"canceled"` or `"expired"`,
     * or with `"pending"` when `deadlineMs` is over. A read that failed and may be repeated is survived.
     *
     * `orderId`: the order's `order_id`.
     * Rejects with `order_not_found`, `unauthorized` or `aborted`, among others.
     * API operation: `get-order`, and the socket that pushes statuses.
     */
    track(orderId: number, options?: TrackOptions): AsyncGenerator<OrderStatus | "pending", void>;

    /**
     * Makes the order for one item, to be paid for in money. Hand the promise to `payStation.open` in the click itself.
     * Nothing is charged before the player pays.
     *
     * `sku`: the item's `sku`, 1 to 255 characters. `options.quantity`: how many, 1 where nothing is said.
     * Rejects with `item_not_found`, `item_unavailable`, `region_locked`, `code_not_found`, `code_expired` or `limit_reached`, among others.
     * API operation: `create-order-with-item`.
     */
    createWithItem(sku: string, options?: ItemOrderOptions): Promise<Order>;

    /**
     * Makes the order for a cart, to be paid for in money. Hand the promise to `payStation.open` in the click itself.
     * Nothing is charged before the player pays.
     *
     * `options.cartId`: the cart, the current one where nothing is said.
     * Rejects with `cart_invalid`, `item_unavailable`, `region_locked` or `limit_reached`, among others.
     * API operations: `create-order`, `create-order-by-cart-id`.
     */
    createWithCart(options?: CartOrderOptions): Promise<Order>;

    /**
     * Orders an item that costs nothing: it is granted at once. It is sent once and never again, since
     * each order grants.
     *
     * `sku`: the item's `sku`, 1 to 255 characters. `options.quantity`: how many, 1 where nothing is said.
     * Rejects with `item_unavailable` where it costs something, `limit_reached` or `item_not_found`, among others.
     * API operation: `create-free-order-with-item`.
     */
    createFreeWithItem(sku: string, options?: ItemOrderOptions): Promise<DoneOrder>;

    /**
     * Orders a cart that costs nothing: its items are granted at once. It is sent once and never again,
     * since each order grants.
     *
     * `options.cartId`: the cart, the current one where nothing is said.
     * Rejects with `cart_invalid` where it costs something, among others.
     * API operations: `create-free-order`, `create-free-order-by-cart-id`.
     */
    createFreeWithCart(options?: CartOrderOptions): Promise<DoneOrder>;

    /**
     * Buys one of an item for virtual currency: the wallet is charged and the item granted at once. It is
     * sent once and never again, since each order charges.
     *
     * `sku`: the item's `sku`; `options.virtualCurrencySku`: the currency's, as in the item's `virtual_prices`.
     * Rejects with `not_enough_currency` or `item_not_found`, among others.
     * API operation: `create-order-with-item-for-virtual-currency`.
     */
    createWithItemForVirtualCurrency(sku: string, options: VirtualCurrencyOrderOptions): Promise<DoneOrder>;
}


/** What a client is made with. */
export interface LiveOpsOptions {
    /** The project's id in Publisher Account. */
    projectId: number;
    /**
     * The player's token, or a function that gives it: asked for one call at a time, `"first"`, when it
     * is `"expiring"` in 90 seconds, and when the API `"refused"` it. Null, or nothing, is a guest.
     */
    token?: string | null | TokenFunction;
    /** Who shops without a token: a visitor who buys game keys. Used for carts and their orders where there is no token. */
    guest?: Guest | null;
    /** `"live"` where nothing is said; `"test"`: Xsolla's test payments; or the addresses of another server, such as the emulator. */
    environment?: "live" | "test" | EnvironmentAddresses;
    /** The language of the catalog, of `cart.get` and of Pay Station, such as `"en"`, where a call names none. */
    locale?: string;
    /** How long a call may take with all it does, in milliseconds: 1 to 2147483647, 15000 where nothing is said. */
    timeoutMs?: number;
    /** Called instead of the global `fetch`, with a `Request`. */
    fetch?: (request: Request) => Promise<Response>;
    /** Milliseconds that only ever grow, for the age of a token and the API's time; `performance.now` where nothing is said. */
    now?: () => number;
    /** Where the ids of orders that are being paid for, and the steps of claims under way, outlive a reload: `localStorage` where nothing is said, null for nowhere. Never a token; the player's id, and the code of a coupon of a single use, not in plain text but as a hash. */
    storage?: Storage | null;
    /** A number from 0 up to 1, for the time between two reads; `Math.random` where nothing is said. */
    random?: () => number;
}

/**
 * Gives the player's token. Null, or nothing, means a guest: it is asked again at the next call.
 *
 * What throws, rejects, gives something else, or does not settle within `timeoutMs` counts for 60 seconds: it is not asked
 * again meanwhile, and every call rejects, with `unauthorized` where it threw or rejected, unless the token in use is still
 * good, or what did not settle gives one after all. So answer null, instead of throwing, while nobody is signed in.
 */
export type TokenFunction = (
reason: "first" | "expiring" | "refused",
) => string | null | undefined | Promise<string | null | undefined>;

/** A visitor without an account. */
export interface Guest {
    /** An id that the shop keeps for this visitor: 1 to 255 characters of printable ASCII. */
    id: string;
    /** Where the keys are sent. */
    email: string;
}

/** The addresses of a server: https, or http on this machine. */
export interface EnvironmentAddresses {
    /** Where the API's paths start, such as `"http://127.0.0.1:8788/api"`. */
    apiUrl: string;
    /** Pay Station's origin, such as `"http://127.0.0.1:8789"`. */
    payStationUrl: string;
    /** Where the statuses of orders are pushed, such as `"ws://127.0.0.1:8788/connection/websocket"`: wss, or ws on this machine. They are only read where nothing is said. */
    orderSocketUrl?: string;
}

/** What every call may say of itself. */
export interface CallOptions {
    /** Ends the call: it rejects with `aborted`. */
    signal?: AbortSignal;
    /** How long the call may take with all it does, in milliseconds: 1 to 2147483647. */
    timeoutMs?: number;
}

/** Which part of a list is asked for. */
export interface ListOptions extends CallOptions {
    /** How many entries at most, from 1. */
    limit?: number;
    /** How many entries to pass over, from 0. */
    offset?: number;
}

/** A step of a daily or offer chain. */
export interface ChainStepOptions extends CallOptions {
    /** The chain's `id`. */
    chainId: number;
    /** The step's `step_number`. */
    stepNumber: number;
}

/** A step of a reward chain. */
export interface RewardStepOptions extends CallOptions {
    /** The chain's `reward_chain_id`. */
    chainId: number;
    /** The step's `step_id`: not its position. */
    stepId: number;
}

/** How a coupon is redeemed. */
export interface RedeemCouponOptions extends CallOptions {
    /** The chosen unit item's SKU by unit SKU. */
    selectedUnitItems?: Record<string, string>;
}

/** How a coupon of a single use is redeemed. */
export interface RedeemSingleUseOptions extends RedeemCouponOptions {
    /**
     * That the code is this player's own and can be redeemed once: then it may be sent again where its answer was lost. Not for a
     * code with a limit that players share: another player's use would look like this one's.
     */
    singleUse: true;
}

/** Which cart is meant. */
export interface CartOptions extends CallOptions {
    /** The cart's id; `"current"` where nothing is said. */
    cartId?: string;
}

/** How a promo code is put on a cart. */
export interface RedeemPromoCodeOptions extends CartOptions {
    /** The chosen unit item's SKU by unit SKU. */
    selectedUnitItems?: Record<string, string>;
}

/** How a cart is read. */
export interface GetCartOptions extends CartOptions {
    /** An ISO 4217 code. */
    currency?: string;
    /** A language, such as `"en"`. */
    locale?: string;
}

/** What goes into the cart. */
export interface FillCartOptions extends CartOptions {
    /** At least one item; quantities from 1. */
    items: { sku: string; quantity: number }[];
}

/** How many of an item go into the cart. */
export interface PutItemOptions extends CartOptions {
    /** How many, from 1. */
    quantity: number;
}

/** How the catalog is shown. */
export interface CatalogOptions extends CallOptions {
    /** A language, such as `"en"`. */
    locale?: string;
    /** The country to show prices for, in two letters, such as `"US"`; the API finds it out by itself where nothing is said. */
    country?: string;
    /** The code of a unique catalog offer, which shows hidden items, or a promo code whose prices are to be seen. 1 to 128 characters. */
    promoCode?: string;
    /** Whether items are shown too that are not sold yet or any more. */
    showInactiveTimeLimitedItems?: boolean;
    /** What else to tell of each item. */
    additionalFields?: ("media_list" | "order" | "long_description" | "custom_attributes" | (string & {}))[];
}

/** Which part of the catalog is asked for, and how it is shown. */
export interface CatalogListOptions extends CatalogOptions, ListOptions {}

/** Which groups are shown. */
export interface GroupsOptions extends CallOptions {
    /** The code of a unique catalog offer. */
    promoCode?: string;
}

/** How an order is made. */
export interface OrderOptions extends CallOptions {
    /** An ISO 4217 code. */
    currency?: string;
    /** The language of Pay Station, such as `"en"`. */
    locale?: string;
    /** Settings of Pay Station, as the API has them. Empty objects in it are left out, since the API refuses them. */
    settings?: Record<string, unknown>;
    /** The shop's own parameters, for its webhooks. Empty objects in it are left out, since the API refuses them. */
    customParameters?: Record<string, unknown>;
}

/** How an order for one item is made. */
export interface ItemOrderOptions extends OrderOptions {
    /** How many, from 1. */
    quantity?: number;
    /** A promo code for this order. */
    promoCode?: string;
}

/** How an order for a cart is made. */
export interface CartOrderOptions extends OrderOptions {
    /** The cart's id; the current one where nothing is said. */
    cartId?: string;
}

/** How an item is bought for virtual currency. */
export interface VirtualCurrencyOrderOptions extends CallOptions {
    /** The virtual currency's SKU. */
    virtualCurrencySku: string;
    /** Where the game is played; `"xsolla"` where nothing is said. */
    platform?: string;
    /** The shop's own parameters, for its webhooks. Empty objects in it are left out, since the API refuses them. */
    customParameters?: Record<string, unknown>;
}

/** Which chain is watched, and who hears of it. */
export interface WatchOptions<Chain> {
    /** The chain's `id`; of a reward chain its `reward_chain_id`. */
    chainId: number;
    /** Called with the chain as it is at first, and whenever a read finds it changed. */
    onChange: (chain: Chain) => void;
    /** Called when a read fails: another follows in seconds, then ever later, up to five minutes. */
    onError?: (error: LiveOpsError) => void;
    /** Ends it. */
    signal?: AbortSignal;
}

/** A claimed step. */
export interface Claim {
    /** Whether the API's own answer was lost and the claim was confirmed by reading. */
    recovered: boolean;
}

/** A claimed step of an offer chain. */
export interface OfferClaim extends Claim {
    /** The order that the claim made; null where the answer was lost. */
    orderId: number | null;
}

/** A claim that ended with `applied: "unknown"`, or was under way when an earlier page was left. */
export type PendingClaim = PendingDailyClaim | PendingOfferClaim | PendingRewardClaim | PendingCoupon;

/** A claim of a daily chain. */
export interface PendingDailyClaim {
    operation: "dailyChains.claim";
    chainId: number;
    stepNumber: number;
    /** Settles once a read tells: as the claim itself would have, or with `applied: "unknown"` where no read will ever tell. */
    settled: Promise<Claim>;
}

/** A claim of an offer chain. */
export interface PendingOfferClaim {
    operation: "offerChains.claim";
    chainId: number;
    stepNumber: number;
    /** As that of a daily chain. */
    settled: Promise<OfferClaim>;
}

/** A claim of a reward chain. */
export interface PendingRewardClaim {
    operation: "rewardChains.claim";
    chainId: number;
    stepId: number;
    /** As that of a daily chain. */
    settled: Promise<Claim>;
}

/** How Pay Station is opened. */
export interface OpenOptions {
    /**
     * `"window"` where nothing is said: a window of its own. `"iframe"`: a frame above the page. `"redirect"`: this page
     * itself leads to Pay Station; `payStation.returned()` tells of it when the player comes back.
     */
    mode?: "window" | "iframe" | "redirect";
    /** The texts of the frame above the page; English where one is missing. */
    labels?: CheckoutLabels;
}

/** What the frame above the page says. */
export interface CheckoutLabels {
    /** Its heading. */
    title?: string;
    /** The button that closes it. */
    close?: string;
    /** While Pay Station loads. */
    loading?: string;
    /** Where Pay Station did not load in time. */
    failed?: string;
    /** The link to Pay Station in a window of its own, in that case. */
    openWindow?: string;
}

/** An open checkout. */
export interface Checkout {
    /**
     * How it ended. `"closed"`: by the player, or by Pay Station; the order tells whether it was paid.
     * `"blocked"`: by the browser; show `payStation.url(order)` as a link. `"failed"`: Pay Station could not be shown.
     * A redirect leaves the page: it is `"closed"` where the browser brings the page back as it was.
     * A page with `Cross-Origin-Opener-Policy: same-origin` cannot see its windows: for it they are closed at once.
     * Rejects as the order's promise does, with `aborted` after `close()`, and with `network` where this package's own
     * `checkout.js` could not be loaded (a window is led to Pay Station all the same).
     */
    readonly outcome: Promise<"closed" | "blocked" | "failed">;

    /** Follows the order, as `orders.track` does, from the moment it is there. Rejects as the order's promise does, too. */
    statuses(options?: TrackOptions): AsyncGenerator<OrderStatus | "pending", void>;
}

/** A checkout from before the page was loaded. */
export interface ReturnedCheckout {
    /** The order's `order_id`. */
    readonly orderId: number;

    /** Follows the order, as `orders.track` does. */
    statuses(options?: TrackOptions): AsyncGenerator<OrderStatus | "pending", void>;
}

/** How an order is followed. */
export interface TrackOptions {
    /** Ends it: it rejects with `aborted`. */
    signal?: AbortSignal;
    /** How long it is followed, in milliseconds: 1 to 2147483647, 600000 where nothing is said. */
    deadlineMs?: number;
}

/** Every failure of this library: a native `Error`. */
export interface LiveOpsError extends Error {
    name: "LiveOpsError";
    /** What went wrong. */
    code: LiveOpsErrorCode;
    /** The HTTP status; null where no answer came. */
    status: number | null;
    /** The API's own number; null where it gave none. */
    errorCode: number | null;
    /** The API's id of the request, for Xsolla's support. */
    transactionId: string | null;
    /** Whether the same call may be made again and could then succeed. */
    retryable: boolean;
    /** How many milliseconds the API asks to wait before that; null where it does not, or where browsers hide it. */
    retryAfterMs: number | null;
    /** Whether the API did what was asked. `"unknown"`: read the chain, the cart or the order again. */
    applied: boolean | "unknown";
}

/** A coupon that its page said to be of a single use. Its code is nowhere kept: after a reload entering it again tells. */
export interface PendingCoupon {
    operation: "coupons.redeem";
    /** As that of a daily chain. */
    settled: Promise<RedeemedSingleUse>;
}

/** What a coupon of a single use gave. */
export type RedeemedSingleUse =
| (RedeemedCoupon & { recovered: false })
| {
    /** The answer was lost, and no use is left. */
    recovered: true;
    /** `coupons.rewards` told before what it gives. */
    items: null;
};

/** What a change of clans granted. */
export type UpdatedClan =
| (ClanUpdate & { recovered: false })
| {
    /** An answer was lost. */
    recovered: true;
    /** What the last answer lists; null where it lists nothing, and only the lost one told: read the inventory. */
    reward: RewardItem[] | null;
};


/** Why a call failed. A new code is a minor version of this package. */
export type LiveOpsErrorCode =
| "invalid_argument"
| "not_initialized"
| "unauthorized"
| "forbidden"
| "chain_not_found"
| "step_not_found"
| "already_claimed"
| "step_not_claimable"
| "not_enough_points"
| "code_not_found"
| "code_expired"
| "limit_reached"
| "region_locked"
| "cart_invalid"
| "item_not_found"
| "item_unavailable"
| "order_not_found"
| "not_enough_currency"
| "invalid_request"
| "request_refused"
| "rate_limited"
| "server_error"
| "network"
| "timeout"
| "aborted"
| "bad_response"
| "internal";


export type BundleType = "standard" | "virtual_currency_package" | (string & {});


export type CodeType = "coupon" | "promocode" | (string & {});


export type DailyChainType = "calendar_hard" | "rolling" | (string & {});


export type DailyStepStatus = "claimed" | "claimable" | "claim_in_future" | "blocked" | (string & {});


export type IntervalType = "hourly" | "daily" | "weekly" | "monthly" | (string & {});


export type ItemType = "virtual_good" | "virtual_currency" | "bundle" | "unit" | "game_key" | "physical_good" | (string & {});


export type OrderStatus = "new" | "paid" | "done" | "canceled" | "expired" | (string & {});



/**
 * When a step of a daily chain opens; null where the API does not tell.
 *
 * `step`: the step as the API sent it. Its `unlocked_date` may be in seconds or milliseconds.
 */
export function claimableAt(step: DailyStep): Date | null;

/**
 * The milliseconds left until a date: never negative, null for null.
 *
 * `options.now`: the present, as a date or in milliseconds; the device's own clock where nothing is said.
 * Throws `invalid_argument`.
 */
export function msUntil(date: Date | null, options?: { now?: number | Date | null }): number | null;

/**
 * When a chain starts over; null where the API does not tell.
 *
 * `chain`: an offer or reward chain as the API sent it. Its `reset_next_date` may be in seconds or milliseconds.
 */
export function nextResetAt(chain: DailyChain | OfferChain | RewardChain): Date | null;
