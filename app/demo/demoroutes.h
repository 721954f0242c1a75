// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/demo/demometrics.h"
#include "app/demo/faults.h"
#include "app/service/httpserver.h"

namespace sockeye::demo {

//! \brief What the metrics port answers: /metrics, /healthz, /readyz, /faults.
class DemoRoutes final {
public:
    DemoRoutes(FaultBoard &faults, DemoMetrics &metrics);

    [[nodiscard]] service::HttpResponse answer(const service::HttpRequest &request);

    //! \brief The path as a label: one of the routes, "/faults/NAME" as a pattern, or "other".
    [[nodiscard]] static QString pathLabel(const QString &path);

private:
    [[nodiscard]] service::HttpResponse metrics();
    [[nodiscard]] service::HttpResponse ready() const;
    [[nodiscard]] service::HttpResponse switchFault(const QString &name, const QUrlQuery &query);
    [[nodiscard]] service::HttpResponse listFaults() const;

    FaultBoard &m_faults;
    DemoMetrics &m_metrics;
};

} // namespace sockeye::demo
