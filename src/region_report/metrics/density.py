"""Densities: per 10,000 residents, per township-level unit, per village or community."""

from region_report.metrics.registry import example, metric  # noqa: F401  (example: for the docstrings)

_RESIDENTS = {
    "group": "density",
    "source": "per_resident",
    "nearest": ("resident_population",),
    "note_zh": "分母为常住人口，取与分子时间最接近的一期；分子未注明时间的，用最近一期，区间涵盖所有分母。",
}
_PER_10K_PEOPLE = {"unit": "people per 10,000 residents", "unit_zh": "人／万人", "decimals": 2, **_RESIDENTS}
_TOWNSHIPS = {
    "group": "density",
    "source": "per_unit",
    "nearest": ("township_level_units",),
    "decimals": 2,
    "note_zh": "平均数，不说明在各乡镇（街道）之间如何分布。",
}


@metric(
    id="certified_social_workers_per_10k",
    name_zh="每万人持证社会工作者",
    name_en="Certified social workers per 10,000 residents",
    uses=("certified_social_workers", "resident_population"),
    formula="10000 * certified_social_workers / resident_population",
    definition_zh="每一万名常住居民拥有的持证社会工作者人数。",
    **_PER_10K_PEOPLE,
)
def certified_social_workers_per_10k(x):
    """Certified social workers for every 10,000 residents.

    Not to be set beside densities of social work professionals, a wider group.

    >>> example(certified_social_workers_per_10k, certified_social_workers="2000人",
    ...         resident_population="100万")
    (20.0, 19.9, 20.1)
    """
    return 10_000 * x["certified_social_workers"] / x["resident_population"]


@metric(
    id="professionals_per_10k",
    name_zh="每万人社会工作专业人才",
    name_en="Social work professionals per 10,000 residents",
    uses=("social_work_professionals", "resident_population"),
    formula="10000 * social_work_professionals / resident_population",
    definition_zh="每一万名常住居民拥有的社会工作专业人才人数。",
    **_PER_10K_PEOPLE,
)
def professionals_per_10k(x):
    """Social work professionals for every 10,000 residents.

    Professionals are a wider group than certified social workers; the two densities do not compare.

    >>> example(professionals_per_10k, social_work_professionals="2.3万人", resident_population="5000万")
    (4.6, 4.5, 4.7)
    """
    return 10_000 * x["social_work_professionals"] / x["resident_population"]


@metric(
    id="professionals_target_per_10k",
    name_zh="每万人社会工作专业人才（目标折算）",
    name_en="Social work professionals per 10,000 residents, as the target implies",
    uses=("social_work_professionals", "resident_population"),
    formula="10000 * social_work_professionals / resident_population",
    definition_zh="目标实现时，每一万名常住居民将拥有的社会工作专业人才人数。",
    measures=("target",),
    **_PER_10K_PEOPLE,
)
def professionals_target_per_10k(x):
    """Social work professionals for every 10,000 residents if the target is met.

    The population of the target year is not known; the nearest one on file stands in for it.

    >>> example(professionals_target_per_10k, social_work_professionals="5万人",
    ...         resident_population="40000000")
    (12.5, 12.5, 12.5)
    """
    return 10_000 * x["social_work_professionals"] / x["resident_population"]


@metric(
    id="posts_per_10k",
    name_zh="每万人社工岗位",
    name_en="Social work posts per 10,000 residents",
    uses=("social_work_posts", "resident_population"),
    formula="10000 * social_work_posts / resident_population",
    definition_zh="每一万名常住居民对应的社会工作岗位数。",
    **_PER_10K_PEOPLE | {"unit": "posts per 10,000 residents", "unit_zh": "个／万人"},
)
def posts_per_10k(x):
    """Social work posts for every 10,000 residents.

    A post created is not a post filled.

    >>> example(posts_per_10k, social_work_posts="250个", resident_population="500000")
    (5.0, 5.0, 5.0)
    """
    return 10_000 * x["social_work_posts"] / x["resident_population"]


@metric(
    id="volunteers_per_10k",
    name_zh="每万人志愿者",
    name_en="Volunteers per 10,000 residents",
    uses=("volunteers", "resident_population"),
    formula="10000 * volunteers / resident_population",
    definition_zh="每一万名常住居民对应的志愿者人数。",
    **_PER_10K_PEOPLE
    | {
        "decimals": 1,
        "note_zh": "分子是培育（招募并培训）的志愿者累计人数，不是在册或活跃人数。" + _RESIDENTS["note_zh"],
    },
)
def volunteers_per_10k(x):
    """Volunteers for every 10,000 residents.

    A cumulated count of volunteers recruited and trained; not those registered or active.

    >>> example(volunteers_per_10k, volunteers="4.7万名", resident_population="1000万")
    (47.0, 46.5, 47.5)
    """
    return 10_000 * x["volunteers"] / x["resident_population"]


@metric(
    id="volunteer_teams_per_10k",
    name_zh="每万人志愿服务队伍",
    name_en="Volunteer teams per 10,000 residents",
    uses=("volunteer_teams", "resident_population"),
    formula="10000 * volunteer_teams / resident_population",
    definition_zh="每一万名常住居民对应的志愿服务队伍数。",
    **_PER_10K_PEOPLE | {"unit": "teams per 10,000 residents", "unit_zh": "支／万人"},
)
def volunteer_teams_per_10k(x):
    """Volunteer teams for every 10,000 residents.

    Teams differ in size, so this says nothing about the number of volunteers.

    >>> example(volunteer_teams_per_10k, volunteer_teams="33支", resident_population="300000")
    (1.1, 1.1, 1.1)
    """
    return 10_000 * x["volunteer_teams"] / x["resident_population"]


@metric(
    id="volunteer_organisations_per_township",
    name_zh="平均每个乡镇（街道）志愿服务组织",
    name_en="Volunteer organisations per township-level unit",
    unit="organisations per township-level unit",
    unit_zh="个／乡镇（街道）",
    uses=("volunteer_organisations", "township_level_units"),
    formula="volunteer_organisations / township_level_units",
    definition_zh="平均每个乡镇（街道）的志愿服务组织数。",
    **_TOWNSHIPS,
)
def volunteer_organisations_per_township(x):
    """Volunteer organisations per township or subdistrict, on average.

    An average; it does not say how they are spread.

    >>> example(volunteer_organisations_per_township, volunteer_organisations="30个",
    ...         township_level_units="20")
    (1.5, 1.5, 1.5)
    """
    return x["volunteer_organisations"] / x["township_level_units"]


@metric(
    id="projects_per_township",
    name_zh="平均每个乡镇（街道）社会工作服务项目",
    name_en="Social work projects per township-level unit",
    unit="projects per township-level unit",
    unit_zh="个／乡镇（街道）",
    uses=("service_projects", "township_level_units"),
    formula="service_projects / township_level_units",
    definition_zh="平均每个乡镇（街道）的社会工作服务项目数。",
    **_TOWNSHIPS,
)
def projects_per_township(x):
    """Social work projects per township or subdistrict, on average.

    An average; it does not say how they are spread.

    >>> example(projects_per_township, service_projects="193个", township_level_units="100")
    (1.93, 1.93, 1.93)
    """
    return x["service_projects"] / x["township_level_units"]


@metric(
    id="stations_per_township",
    name_zh="平均每个乡镇（街道）社工站",
    name_en="Social work stations per township-level unit",
    unit="stations per township-level unit",
    unit_zh="个／乡镇（街道）",
    uses=("social_work_stations", "township_level_units"),
    formula="social_work_stations / township_level_units",
    definition_zh="平均每个乡镇（街道）的社会工作服务站数。",
    **_TOWNSHIPS,
)
def stations_per_township(x):
    """Social work stations per township or subdistrict, on average.

    Equals coverage only where no unit has two stations.

    >>> example(stations_per_township, social_work_stations="150个", township_level_units="1200")
    (0.12, 0.12, 0.12)
    """
    return x["social_work_stations"] / x["township_level_units"]


@metric(
    id="social_work_rooms_per_community",
    name_zh="平均每个村（社区）社工室",
    name_en="Social work rooms per village or community",
    group="density",
    unit="rooms per village or community",
    unit_zh="个／村（社区）",
    decimals=3,
    uses=("social_work_rooms", "village_committees", "residents_committees"),
    nearest=("village_committees", "residents_committees"),
    source="per_unit",
    formula="social_work_rooms / (village_committees + residents_committees)",
    definition_zh="社工室个数除以村委会与居委会个数之和。",
    note_zh="试点社区的社工室放在全部村（社区）中看。",
)
def social_work_rooms_per_community(x):
    """Social work rooms for every village committee or residents' committee.

    Rooms of a pilot are set against all villages and communities of the region.

    >>> example(social_work_rooms_per_community, social_work_rooms="5个", village_committees="60",
    ...         residents_committees="40")
    (0.05, 0.05, 0.05)
    """
    return x["social_work_rooms"] / (x["village_committees"] + x["residents_committees"])
