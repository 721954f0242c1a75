// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/prometheus/readjob.h"
#include "core/prometheus/serverdata.h"
#include "core/prometheus/serverflavour.h"

namespace sockeye {

class PrometheusApi;

//! \brief What the API tells beside samples, typed. What a server has shown to lack, or is known not to have,
//! is answered with Unsupported and without a request. Jobs are children of this object and end with it,
//! without a signal. Main thread only.
class ReadApi final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReadApi)

public:
    //! \a api must outlive this object.
    explicit ReadApi(PrometheusApi &api, QObject *parent = nullptr);
    ~ReadApi() override;

    ReadJob<Listing<LabelSet>> *series(const SeriesSelection &selection);
    ReadJob<Listing<QByteArray>> *labelNames(const SeriesSelection &selection);
    //! \brief \a label may be any UTF-8 where the server knows such names.
    ReadJob<Listing<QByteArray>> *labelValues(const QByteArray &label, const SeriesSelection &selection);
    //! \brief Of one metric, or of all without a name.
    ReadJob<Listing<MetricMetadata>> *metadata(const QByteArray &metric = {});
    //! \brief The active ones.
    ReadJob<Listing<ScrapeTarget>> *targets();
    ReadJob<Listing<RuleGroup>> *rules();
    ReadJob<Listing<ServerAlert>> *alerts();
    ReadJob<Listing<ExemplarSeries>> *exemplars(const QString &expression, const TimeRange &range);
    ReadJob<QString> *formatQuery(const QString &expression);
    ReadJob<BuildInformation> *buildInformation();
    ReadJob<RuntimeInformation> *runtimeInformation();
    ReadJob<ServerFlags> *flags();
    ReadJob<TsdbStatus> *tsdbStatus();

private:
    PrometheusApi &m_api;
};

} // namespace sockeye
