-- Grid factors of other years and places, for calculations that nobody stores. The factor of stored footprints is
-- the one of their factor set.
create table grid_factor (
    region       text collate "C" not null,
    year         integer not null,
    name         text    not null,
    name_zh      text    not null,
    value        numeric not null check (value >= 0),
    source       text    not null,
    illustrative boolean not null,
    note         text,
    note_zh      text,
    primary key (region, year)
);
insert into grid_factor (region, year, name, name_zh, value, source, illustrative, note, note_zh)
values ('CN', 2022, 'China', '全国', 0.5366, 'published average of the national grid, 2022', false,
        'CO2 only: other greenhouse gases and the upstream of fuels are not in it', '仅含CO2，不含其他温室气体及燃料上游排放'),
       ('CN', 2023, 'China', '全国', 0.6205, 'published average of the national grid, 2023', false, null, null),
       ('CN', 2024, 'China', '全国', 0.5777, 'published average of the national grid, 2024', false, null, null);
-- Two digits, of the order of published provincial averages of CO2 alone; nobody's official numbers.
insert into grid_factor (region, year, name, name_zh, value, source, illustrative, note, note_zh)
select region, 2022, name, name_zh, value, 'illustrative value of this platform', true,
       'Illustrative: of the order of published provincial averages, CO2 only',
       '示例值：量级参照公开的省级平均因子，仅含CO2'
  from (values ('CN-BJ', 'Beijing', '北京', 0.56),
               ('CN-TJ', 'Tianjin', '天津', 0.70),
               ('CN-HE', 'Hebei', '河北', 0.73),
               ('CN-SX', 'Shanxi', '山西', 0.71),
               ('CN-NM', 'Inner Mongolia', '内蒙古', 0.68),
               ('CN-LN', 'Liaoning', '辽宁', 0.56),
               ('CN-JL', 'Jilin', '吉林', 0.49),
               ('CN-HL', 'Heilongjiang', '黑龙江', 0.54),
               ('CN-SH', 'Shanghai', '上海', 0.58),
               ('CN-JS', 'Jiangsu', '江苏', 0.60),
               ('CN-ZJ', 'Zhejiang', '浙江', 0.52),
               ('CN-AH', 'Anhui', '安徽', 0.68),
               ('CN-FJ', 'Fujian', '福建', 0.41),
               ('CN-JX', 'Jiangxi', '江西', 0.58),
               ('CN-SD', 'Shandong', '山东', 0.64),
               ('CN-HA', 'Henan', '河南', 0.61),
               ('CN-HB', 'Hubei', '湖北', 0.44),
               ('CN-HN', 'Hunan', '湖南', 0.49),
               ('CN-GD', 'Guangdong', '广东', 0.44),
               ('CN-GX', 'Guangxi', '广西', 0.40),
               ('CN-HI', 'Hainan', '海南', 0.42),
               ('CN-CQ', 'Chongqing', '重庆', 0.52),
               ('CN-SC', 'Sichuan', '四川', 0.14),
               ('CN-GZ', 'Guizhou', '贵州', 0.50),
               ('CN-YN', 'Yunnan', '云南', 0.11),
               ('CN-SN', 'Shaanxi', '陕西', 0.66),
               ('CN-GS', 'Gansu', '甘肃', 0.48),
               ('CN-QH', 'Qinghai', '青海', 0.16),
               ('CN-NX', 'Ningxia', '宁夏', 0.64),
               ('CN-XJ', 'Xinjiang', '新疆', 0.62)) p (region, name, name_zh, value);
