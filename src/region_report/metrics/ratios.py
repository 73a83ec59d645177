"""Ratios between counts of the same region and period; never a share of a sum over different units."""

from region_report.metrics.registry import example, metric  # noqa: F401  (example: for the docstrings)

_DOCUMENTS = {"group": "ratios", "source": "documents", "decimals": 2}


@metric(
    id="group_sessions_per_case",
    name_zh="每个个案对应的小组活动节数",
    name_en="Group sessions per case",
    unit="sessions per case",
    unit_zh="节／个案",
    uses=("group_sessions", "cases"),
    formula="group_sessions / cases",
    definition_zh="小组活动节数除以个案个数。",
    note_zh="个案和小组是不同的服务，单位也不同；比率只说明数量的相对多少，不说明投入或效果。",
    **_DOCUMENTS,
)
def group_sessions_per_case(x):
    """Group sessions reported for each case.

    Cases and sessions are different services in different units; nothing is said about effort or effect.

    >>> example(group_sessions_per_case, group_sessions="3893节", cases="877个")
    (4.44, 4.44, 4.44)
    """
    return x["group_sessions"] / x["cases"]


@metric(
    id="activities_per_case",
    name_zh="每个个案对应的社区活动场次",
    name_en="Community activities per case",
    unit="activities per case",
    unit_zh="场次／个案",
    uses=("community_activities", "cases"),
    formula="community_activities / cases",
    definition_zh="社区活动场次除以个案个数。",
    note_zh="个案和社区活动是不同的服务，单位也不同；比率只说明数量的相对多少，不说明投入或效果。",
    **_DOCUMENTS,
)
def activities_per_case(x):
    """Community activities reported for each case.

    Cases and activities are different services in different units; nothing is said about effort or effect.

    >>> example(activities_per_case, community_activities="4312场次", cases="877个")
    (4.92, 4.92, 4.92)
    """
    return x["community_activities"] / x["cases"]


@metric(
    id="projects_per_field",
    name_zh="每个服务领域的项目数",
    name_en="Projects per service field",
    unit="projects per field",
    unit_zh="个／领域",
    uses=("service_projects", "service_fields"),
    formula="service_projects / service_fields",
    definition_zh="社会工作服务项目数除以所涵盖的服务领域数。",
    note_zh="平均数；来源没有给出各领域的项目数。",
    **_DOCUMENTS,
)
def projects_per_field(x):
    """Social work projects per service field they cover, on average.

    The source does not say how many projects each field has.

    >>> example(projects_per_field, service_projects="193个", service_fields="24个")
    (8.04, 8.04, 8.04)
    """
    return x["service_projects"] / x["service_fields"]


@metric(
    id="volunteers_per_organisation",
    name_zh="每个志愿服务组织的志愿者",
    name_en="Volunteers per volunteer organisation",
    unit="people per organisation",
    unit_zh="人／组织",
    uses=("volunteers", "volunteer_organisations"),
    formula="volunteers / volunteer_organisations",
    definition_zh="培育的志愿者人数除以孵化的志愿服务组织个数。",
    note_zh="两个数都是同一来源的累计数；志愿者不一定属于这些组织，不能当作会员率。",
    **_DOCUMENTS | {"decimals": 1},
)
def volunteers_per_organisation(x):
    """Volunteers per volunteer organisation that the region helped to found.

    Both are cumulated counts of the same bulletin; not a membership rate.

    >>> example(volunteers_per_organisation, volunteers="4.7万名", volunteer_organisations="308个")
    (152.6, 151.0, 154.2)
    """
    return x["volunteers"] / x["volunteer_organisations"]


@metric(
    id="volunteers_per_certified_social_worker",
    name_zh="每名持证社会工作者对应的志愿者",
    name_en="Volunteers per certified social worker",
    unit="volunteers per certified social worker",
    unit_zh="人／名持证社工",
    uses=("volunteers", "certified_social_workers"),
    formula="volunteers / certified_social_workers",
    definition_zh="志愿者人数除以持证社会工作者人数。",
    note_zh="不说明志愿者由谁组织或带领。",
    **_DOCUMENTS,
)
def volunteers_per_certified_social_worker(x):
    """Volunteers for each certified social worker.

    It does not say who organises or leads the volunteers.

    >>> example(volunteers_per_certified_social_worker, volunteers="4.7万名",
    ...         certified_social_workers="10000人")
    (4.7, 4.65, 4.75)
    """
    return x["volunteers"] / x["certified_social_workers"]


@metric(
    id="named_recruits_per_post",
    name_zh="每个社工岗位对应的引进和招聘人数",
    name_en="Recruits named per post created",
    unit="recruits per post",
    unit_zh="人／岗位",
    uses=("professionals_brought_in", "open_recruits", "social_work_posts"),
    formula="(professionals_brought_in + open_recruits) / social_work_posts",
    definition_zh="来源列明的引进人数与公开招聘人数之和，除以开发的岗位数。",
    note_zh="引进和公开招聘的人员若有重叠，比率更低；岗位也可能由来源没有提到的人员担任。",
    **_DOCUMENTS,
)
def named_recruits_per_post(x):
    """People the source names as brought in or recruited, per post it says was created.

    Less if the two groups overlap; posts may also be filled by people the source does not mention.

    >>> example(named_recruits_per_post, professionals_brought_in="6名", open_recruits="30人",
    ...         social_work_posts="100个")
    (0.36, 0.36, 0.36)
    """
    return (x["professionals_brought_in"] + x["open_recruits"]) / x["social_work_posts"]
