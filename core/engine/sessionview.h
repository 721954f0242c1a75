// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/endpointmonitor.h"
#include "core/engine/lanehistory.h"
#include "core/engine/serviceroles.h"
#include "core/engine/targetmonitor.h"

namespace sockeye {

//! \brief What can be seen of a service now.
struct ServiceSight {
    BlindCause metrics = BlindCause::None;
    BlindCause probes = BlindCause::None;
    int misses = 0; //!< looks in a row that saw nothing
};

//! \brief What the parts of a session may look up about each other. Pointers are null for what is not there
//! (any more) and are not to be kept. Main thread only.
class SessionView : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SessionView)

public:
    ~SessionView() override;

    [[nodiscard]] virtual const Clock &clock() const = 0;
    [[nodiscard]] virtual const Workspace &workspace() const = 0;
    [[nodiscard]] virtual const SeriesStore &store() const = 0;
    [[nodiscard]] virtual const LaneHistory &lanes() const = 0;
    [[nodiscard]] virtual EndpointMonitor *endpoint(const EndpointId &id) const = 0;
    [[nodiscard]] virtual const TargetMonitor *target(const TargetId &id) const = 0;
    [[nodiscard]] virtual const ServiceRoles *roles(const ServiceId &id) const = 0;
    [[nodiscard]] virtual ServiceSight sight(const ServiceId &id) const = 0;
    //! \brief When \a rule fired for \a service.
    [[nodiscard]] virtual std::vector<TimeRange> firingTimes(
        const RuleId &rule, const ServiceId &service) const = 0;

Q_SIGNALS:
    //! \brief It is time to do what is due.
    void ticked();

protected:
    explicit SessionView(QObject *parent = nullptr);
};

} // namespace sockeye
